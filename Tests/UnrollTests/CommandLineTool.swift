import Files
import Glibc
import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

/// The built program, with a temporary folder in which a fake kernel is installed.
final class CommandLineTool: Sendable {
    /// The folder.
    let folder: String

    /// The folder of the programs that are built beside the tests.
    private let products = BuiltPrograms.folder

    /// The path of the program that was built.
    var program: String { "\(products)/unroll" }

    /// Creates the folder and installs the fake kernel.
    init() throws {
        var template = Array("/tmp/unroll-tests-XXXXXX\0".utf8CString)
        folder = String(cString: try #require(mkdtemp(&template)))
        for name in ["jupyter", "jupyter/kernels", "jupyter/kernels/fake", "runtime"] {
            mkdir("\(folder)/\(name)", 0o700)
        }
        let specification =
            #"{"argv": ["\#(products)/fake-kernel", "{connection_file}"], "display_name": "Fake","#
            + #" "language": "fake", "interrupt_mode": "message"}"#
        try write(specification.utf8, to: "jupyter/kernels/fake/kernel.json")
    }

    deinit {
        TemporaryFolder.remove(folder)
    }

    /// Saves a notebook of some cells.
    @discardableResult
    func write(
        _ sources: [String], to name: String = "n.ipynb", kernel: String = "fake",
        tags: [Int: String] = [:], settings: JSONValue? = nil,
        points: [Int: Double] = [:]
    ) throws -> Notebook {
        var notebook = Notebook(metadata: [
            "kernelspec": ["display_name": "Fake", "language": "fake", "name": .string(kernel)]
        ])
        notebook.metadata["unroll"] = settings
        notebook.cells = sources.enumerated().map { index, source in
            NotebookCell(
                .code, id: "cell-\(index)", source: source,
                metadata: tags[index].map { ["tags": .array([.string($0)])] } ?? [:])
        }
        for (cell, number) in points {
            notebook.cells[cell].metadata["nbgrader"] = [
                "grade": true, "points": .number(JSONNumber(number)),
            ]
        }
        try NotebookFile(path: "\(folder)/\(name)").save(notebook)
        return notebook
    }

    /// Reads a notebook.
    func read(_ name: String = "n.ipynb") throws -> Notebook {
        try NotebookFile(path: "\(folder)/\(name)").read().notebook
    }

    /// Reads a file of the folder.
    func text(of name: String) throws -> String {
        let file = try #require(fopen("\(folder)/\(name)", "r"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Returns the standard output of a notebook's cell.
    func output(_ cell: Int, of name: String = "n.ipynb") throws -> String {
        try read(name).cells[cell].outputs.map { output in
            guard case .stream("stdout", let text) = output.content else { return "" }
            return text
        }.joined()
    }

    /// Calls the program in the folder and waits until it has ended.
    ///
    /// - Parameter onText: called with all text written so far, each time there is more.
    func call(
        _ arguments: String..., environment: [String: String] = [:],
        onText: (ChildProcess, String) -> Void = { _, _ in }
    ) throws -> WatchedRun {
        try call(arguments, environment: environment, onText: onText)
    }

    /// Calls the program in the folder and waits until it has ended.
    ///
    /// - Parameter program: the path of another copy of the program.
    func call(
        _ arguments: [String], program: String? = nil, environment: [String: String] = [:],
        onText: (ChildProcess, String) -> Void = { _, _ in }
    ) throws -> WatchedRun {
        var variables = [
            "JUPYTER_PATH": "\(folder)/jupyter", "HOME": folder, "PATH": "/usr/bin:/bin",
            "XDG_RUNTIME_DIR": "\(folder)/runtime",
            // All tests share the cache for Clang modules.
            "XDG_CACHE_HOME": "\(products)/cache-of-tests",
        ]
        variables.merge(environment) { $1 }
        return try WatchedRun(
            program ?? self.program, arguments, environment: variables, in: folder,
            onText: onText)
    }

    /// The IDs of the processes that calls have started, and of their descendants.
    var processes: [Int32] { Self.processes(ofHome: folder) }

    /// Waits until the number of those processes is in a range, for at most 30 seconds, and returns
    /// the last number.
    ///
    /// A process is not found for a moment while it becomes another program.
    func waitForProcesses(in range: some RangeExpression<Int>) -> Int {
        let deadline = ContinuousClock.now + .seconds(30)
        var count = processes.count
        while !range.contains(count), ContinuousClock.now < deadline {
            sched_yield()
            count = processes.count
        }
        return count
    }

    /// Returns the IDs of the processes with a home folder.
    static func processes(ofHome folder: String) -> [Int32] {
        FolderListing.names(in: "/proc").compactMap { Int32($0) }.filter { process in
            let variables = bytes(of: "/proc/\(process)/environ")
            return String(decoding: variables, as: UTF8.self).contains("HOME=\(folder)\0")
        }
    }

    /// Returns the bytes of a file; empty if it does not exist.
    static func bytes(of path: String) -> [UInt8] { (try? WholeFile.read(path)) ?? [] }

    /// Writes a file of the folder.
    func write(_ bytes: some Collection<UInt8>, to name: String) throws {
        try WholeFile.write(bytes, to: "\(folder)/\(name)")
    }

    /// The IDs of the kernels that run for notebooks of this folder.
    var kernels: [Int32] {
        FolderListing.names(in: "/proc").compactMap { Int32($0) }.filter { process in
            let command = String(
                decoding: Self.bytes(of: "/proc/\(process)/cmdline"), as: UTF8.self)
            return command.contains("fake-kernel\0\(folder)/runtime/")
        }
    }
}
