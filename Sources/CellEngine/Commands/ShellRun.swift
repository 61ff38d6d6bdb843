internal import Evaluation
internal import Glibc
internal import Processes

/// A running shell script, independent of the session's processes.
///
/// It must be used only on the engine's event loop.
final class ShellRun {
    /// The shell.
    private let process: ChildProcess

    /// The pipes for the script's output.
    private let pipes: [(name: OutputStreamName, reading: Descriptor, writing: Descriptor)]

    /// Indicates whether the shell has ended.
    private var hasEnded = false

    /// Starts a script.
    ///
    /// - Throws: `ProcessError` if the shell or the folder does not exist.
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

    /// Passes on the script's output until its end, and returns its exit.
    ///
    /// Processes that the script leaves running may hold the pipes open forever. So this process
    /// keeps the writing ends open as well, and writes a last byte to each when the shell has
    /// ended.
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

    /// Passes on the output of a pipe until the shell has ended.
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

    /// Sends a signal to the shell and its children.
    func send(signal: Int32) {
        if !hasEnded { process.sendToGroup(signal: signal) }
    }
}
