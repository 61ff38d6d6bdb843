internal import Processes

/// A command that has run to its end.
struct CommandRun {
    /// What it wrote to its standard streams.
    let output: String

    /// How it ended.
    let exit: ProcessExit

    /// Runs a program, waits for it and keeps what it writes.
    ///
    /// - Throws: `ProcessError`, where it cannot be started.
    init(_ executable: String, _ arguments: [String]) throws(ProcessError) {
        let (reading, child) = try Self.start(executable, arguments)
        var output: [UInt8] = []
        while let piece = try reading.read(upTo: 1 << 16), !piece.isEmpty { output += piece }
        self.output = String(decoding: output, as: UTF8.self)
        exit = child.waitForExit()
    }

    /// Starts the program; only the program holds the end of the pipe to write to afterwards.
    private static func start(
        _ executable: String, _ arguments: [String]
    ) throws(ProcessError) -> (Descriptor, ChildProcess) {
        let pipe = try Descriptor.pipe()
        var configuration = ProcessConfiguration(
            executable: executable, arguments: arguments,
            descriptors: [nil, pipe.writing, pipe.writing])
        // The thread that starts the program waits for its end.
        configuration.diesWithParent = true
        return (pipe.reading, try ChildProcess(starting: configuration))
    }
}
