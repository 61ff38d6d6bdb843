import Files
import Glibc
import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

/// A run of a lecture's notebook by the built program, with a cell inserted before all others.
final class NotebookTrial: Sendable {
    /// The exit of the program.
    let exit: ProcessExit

    /// The program's standard output and error.
    let text: String

    /// The notebook with its outputs, as saved by the program.
    let notebook: Notebook

    /// Runs a notebook of the lecture.
    ///
    /// - Parameters:
    ///   - lecture: the notebook.
    ///   - code: the source of a cell that runs first, for example to redeclare parts of the
    ///     toolkit; empty for none.
    ///   - parameters: assignments to parameters of the notebook, such as `W=0.9`.
    ///   - last: the ID of the last cell to run, or `nil` to run all.
    convenience init(
        _ lecture: LectureNotebook, after code: String = "", setting parameters: [String] = [],
        through last: String? = nil
    ) throws {
        var notebook = lecture.notebook
        if let last {
            let place = try #require(notebook.cells.firstIndex { $0.id == last })
            notebook.cells.removeSubrange((place + 1)...)
        }
        if !code.isEmpty {
            notebook.cells.insert(NotebookCell(.code, id: "put-before", source: code), at: 0)
        }
        // What is computed anew takes minutes in a program that is not optimized.
        let folder = parameters.isEmpty ? BuiltPrograms.folder : Self.optimizedPrograms
        try self.init(
            notebook, parameters.isEmpty ? [] : parameters.flatMap { ["-p", $0] } + ["--inplace"],
            programs: folder)
    }

    /// The folder with the optimized programs, or with those beside the tests if there are none.
    private static let optimizedPrograms: String = {
        let release = "\(Repository.root)/.build/release"
        return FilePath.isExecutable("\(release)/unroll") ? release : BuiltPrograms.folder
    }()

    /// Runs cells, also those after a failed one.
    ///
    /// - Parameters:
    ///   - cells: the cells.
    ///   - optimized: whether to run them with the optimized programs, if there are any.
    convenience init(_ cells: [NotebookCell], optimized: Bool = false) throws {
        var notebook = Notebook(metadata: [
            "kernelspec": ["display_name": "Swift", "language": "swift", "name": "unroll"]
        ])
        notebook.cells = cells
        try self.init(
            notebook, ["--allow-errors"],
            programs: optimized ? Self.optimizedPrograms : BuiltPrograms.folder)
    }

    /// Runs a notebook in a temporary folder.
    private init(
        _ notebook: Notebook, _ flags: [String], programs: String = BuiltPrograms.folder
    ) throws {
        // The program keeps its caches in the folder, as in a home folder.
        let home = try TemporaryFolder(prefix: "unroll-notebooks-")
        let file = NotebookFile(path: "\(home.path)/notebook.ipynb")
        _ = try home.makeFolder("runtime")
        try file.save(notebook)
        let run = try WatchedRun(
            "\(programs)/unroll", ["run", file.path] + flags,
            environment: [
                "HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
                "XDG_RUNTIME_DIR": "\(home.path)/runtime",
            ], in: home.path)
        (exit, text) = (run.exit, run.text)
        self.notebook = try file.read().notebook
    }
}
