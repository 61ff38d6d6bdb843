internal import Evaluation
internal import Glibc
internal import Processes

/// One run of a script by the shell, beside the processes of the session.
///
/// Used on the engine's loop only.
final class ShellRun {
    /// The shell.
    private let process: ChildProcess

    /// The ends of the pipes that the script writes to, and those that this process reads.
    private let pipes: [(name: OutputStreamName, reading: Descriptor, writing: Descriptor)]

    /// Whether the shell has ended.
    private var hasEnded = false

    /// Starts a script.
    ///
    /// - Throws: `ProcessError`, where there is no shell, or no such folder.
    init(script: String, folder: String, environment: [String: String]) throws(ProcessError) {
        let output = try Descriptor.pipe()
        let error = try Descriptor.pipe()
        for pipe in [output, error] { try pipe.reading.makeNonblocking() }
        var settings = ProcessConfiguration(
            executable: "/bin/bash", arguments: ["-c", script], environment: environment,
            workingDirectory: folder, descriptors: [nil, output.writing, error.writing])
        settings.leadsProcessGroup = true
        settings.diesWithParent = true
        process = try ChildProcess(starting: settings)
        pipes = [
            (.standardOutput, output.reading, output.writing),
            (.standardError, error.reading, error.writing),
        ]
    }

    /// Passes on what the script prints, and returns how it ended.
    ///
    /// What the script leaves running may hold on to the pipes for ever: so this process holds on to
    /// them as well, and writes a last byte to each when the shell has ended.
    func end(
        on loop: EventLoop, output: OutputRelay, isolation: isolated (any Actor)? = #isolation
    ) async -> ProcessExit {
        let readers = pipes.map { pipe in
            Task {
                _ = isolation
                await self.read(pipe.reading, pipe.name, on: loop, output: output)
            }
        }
        let exit = await process.exit(on: loop)
        hasEnded = true
        for pipe in pipes { try? pipe.writing.write([0]) }
        for reader in readers { await reader.value }
        output.finish()
        return exit
    }

    /// Passes on what is written to a pipe until the shell has ended.
    private func read(
        _ pipe: Descriptor, _ name: OutputStreamName, on loop: EventLoop, output: OutputRelay,
        isolation: isolated (any Actor)? = #isolation
    ) async {
        while true {
            await loop.waitUntilReadable(pipe)
            var bytes: [UInt8] = []
            while let piece = try? pipe.read(upTo: 1 << 16), !piece.isEmpty { bytes += piece }
            let isLast = hasEnded && bytes.last == 0
            output.take(isLast ? bytes.dropLast() : bytes, from: name)
            if isLast { return }
        }
    }

    /// Sends the shell and what it has started a signal.
    func send(signal: Int32) {
        if !hasEnded { process.sendToGroup(signal: signal) }
    }
}
