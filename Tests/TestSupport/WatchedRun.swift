public import Processes

/// A completed run of a program in a folder, with only the given environment, whose output was
/// observed as it arrived.
public struct WatchedRun: Sendable {
    /// The exit of the program.
    public let exit: ProcessExit

    /// The standard output and error.
    public let text: String

    /// Runs a program and waits until it has ended and its output is closed.
    ///
    /// - Parameter onText: called with all text written so far, each time there is more.
    public init(
        _ program: String, _ arguments: [String], environment: [String: String],
        in folder: String, onText: (ChildProcess, String) -> Void = { _, _ in }
    ) throws {
        let (process, output) = try Self.start(program, arguments, environment, folder)
        var bytes: [UInt8] = []
        while let piece = try output.read(upTo: 4096), !piece.isEmpty {
            bytes += piece
            onText(process, String(decoding: bytes, as: UTF8.self))
        }
        exit = process.waitForExit()
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// Starts the program, and returns the only open end of the pipe with its output.
    private static func start(
        _ program: String, _ arguments: [String], _ environment: [String: String],
        _ folder: String
    ) throws -> (ChildProcess, Descriptor) {
        let pipe = try Descriptor.pipe()
        let process = try ChildProcess(
            starting: ProcessConfiguration(
                executable: program, arguments: arguments, environment: environment,
                workingDirectory: folder, descriptors: [nil, pipe.writing, pipe.writing]))
        return (process, pipe.reading)
    }
}
