import Files
import Glibc
import NotebookDocument
import Processes
import TestSupport
import Testing

/// A run of a notebook of the lecture by the built program, with a cell put before all others.
final class NotebookTrial: Sendable {
    /// How the program ended.
    let exit: ProcessExit

    /// What the program wrote, to both of its streams.
    let text: String

    /// Runs a notebook in a folder of its own.
    ///
    /// - Parameters:
    ///   - lecture: the notebook.
    ///   - code: the source of a cell that runs before all others, such as one that declares anew
    ///     what the toolkit offers.
    ///   - last: the cell of the notebook to end with, by its id; the last one where nothing is said.
    init(_ lecture: LectureNotebook, after code: String, through last: String? = nil) throws {
        // The program keeps what it compiles in the folder, as in a home.
        let home = try TemporaryFolder(prefix: "unroll-notebooks-")
        let folder = home.path
        let path = "\(folder)/\(lecture.name)"
        _ = try home.makeFolder("runtime")
        var notebook = lecture.notebook
        if let last {
            let place = try #require(notebook.cells.firstIndex { $0.id == last })
            notebook.cells.removeSubrange((place + 1)...)
        }
        notebook.cells.insert(NotebookCell(.code, id: "put-before", source: code), at: 0)
        try NotebookFile(path: path).save(notebook)
        let (process, output) = try Self.start(path, in: folder)
        var bytes: [UInt8] = []
        while let piece = try output.read(upTo: 4096), !piece.isEmpty { bytes += piece }
        exit = process.waitForExit()
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// Starts the program; what it writes can be read from a pipe that nobody else keeps open.
    private static func start(
        _ path: String, in folder: String
    ) throws -> (ChildProcess, Descriptor) {
        let pipe = try Descriptor.pipe()
        let process = try ChildProcess(
            starting: ProcessConfiguration(
                executable: "\(BuiltPrograms.folder)/unroll", arguments: ["run", path],
                environment: [
                    "HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
                    "XDG_RUNTIME_DIR": "\(folder)/runtime",
                ],
                workingDirectory: folder, descriptors: [nil, pipe.writing, pipe.writing]))
        return (process, pipe.reading)
    }
}
