internal import Processes

/// Runs small programs for what they print.
enum CommandOutput {
    /// Runs a program to its end and returns its standard output.
    static func run(
        _ executable: String, _ arguments: [String], input: String
    ) throws(ProcessError) -> String {
        let (writing, reading, child) = try start(executable, arguments)
        try writing.write(input.utf8)
        writing.close()
        var output: [UInt8] = []
        while let piece = try reading.read(upTo: 1 << 16), !piece.isEmpty { output += piece }
        _ = child.waitForExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// Starts a program between two pipes.
    private static func start(
        _ executable: String, _ arguments: [String]
    ) throws(ProcessError) -> (Descriptor, Descriptor, ChildProcess) {
        let input = try Descriptor.pipe()
        let output = try Descriptor.pipe()
        let configuration = ProcessConfiguration(
            executable: executable, arguments: arguments,
            descriptors: [input.reading, output.writing, nil])
        return (input.writing, output.reading, try ChildProcess(starting: configuration))
    }
}
