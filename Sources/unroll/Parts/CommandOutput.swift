internal import Processes

/// A program that was run to its end, with what it wrote to its standard output.
struct CommandOutput {
    /// How it ended.
    let exit: ProcessExit

    /// What it wrote.
    let text: String

    /// Runs a program; its input is empty and its standard error is dropped.
    ///
    /// - Parameter variables: what its environment has besides that of this process.
    init(
        _ executable: String, _ arguments: [String], adding variables: [String: String] = [:]
    ) throws(ProcessError) {
        let pipe = try Descriptor.pipe()
        let process = try ChildProcess(
            starting: ProcessConfiguration(
                executable: executable, arguments: arguments,
                environment: ProcessEnvironment.variables.merging(variables) { $1 },
                descriptors: [nil, pipe.writing, nil]))
        pipe.writing.close()
        var bytes: [UInt8] = []
        while let piece = try pipe.reading.read(upTo: 1 << 14), !piece.isEmpty { bytes += piece }
        text = String(decoding: bytes, as: UTF8.self)
        exit = process.waitForExit()
    }
}
