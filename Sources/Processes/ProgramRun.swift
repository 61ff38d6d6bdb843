internal import Glibc

/// A completed run of a program, with its output.
public struct ProgramRun: Sendable {
    /// The destination of a program's standard error.
    public enum StandardError: Sendable {
        /// The output, together with standard output.
        case merged
        /// None: it is discarded.
        case discarded
    }

    /// The program's output.
    public let output: String

    /// The program's exit status or signal.
    public let exit: ProcessExit

    /// Runs a program; blocks the thread until the program has ended.
    ///
    /// The program is killed if the thread that runs it ends.
    ///
    /// - Parameters:
    ///   - input: the program's standard input.
    ///   - variables: variables to add to this process's environment.
    ///   - limit: the time after which the program is killed, or `nil` if it is ended otherwise.
    /// - Throws: `ProcessError` if the program cannot be started.
    public init(
        _ executable: String, _ arguments: [String] = [], input: String = "",
        adding variables: [String: String] = [:], standardError: StandardError = .discarded,
        limit: Duration? = .seconds(60)
    ) throws(ProcessError) {
        let (stdin, stdout) = (try Descriptor.pipe(), try Descriptor.pipe())
        var configuration = ProcessConfiguration(
            executable: executable, arguments: arguments,
            descriptors: [
                stdin.reading, stdout.writing, standardError == .merged ? stdout.writing : nil,
            ])
        if !variables.isEmpty {
            configuration.environment = ProcessEnvironment.variables.merging(variables) { $1 }
        }
        configuration.diesWithParent = true
        let child = try ChildProcess(starting: configuration)
        // From here on only the program has these ends open, so the output ends when it does.
        configuration.descriptors = []
        stdin.reading.close()
        stdout.writing.close()
        let deadline = limit.map { ContinuousClock.now + $0 }
        let output = try Self.converse(
            writing: Array(input.utf8), to: stdin.writing, reading: stdout.reading, until: deadline)
        // A program can close its output and go on.
        if let deadline, !child.hasEnded(by: deadline) { child.send(signal: SIGKILL) }
        self.output = String(decoding: output, as: UTF8.self)
        exit = child.waitForExit()
    }

    /// Writes the input as fast as the program reads it, and reads the output to its end or to the
    /// time limit.
    private static func converse(
        writing input: [UInt8], to writer: Descriptor, reading reader: Descriptor,
        until deadline: ContinuousClock.Instant?
    ) throws(ProcessError) -> [UInt8] {
        try writer.makeNonblocking()
        try reader.makeNonblocking()
        var (rest, output) = (input[...], [UInt8]())
        if rest.isEmpty { writer.close() }
        while true {
            let wait = deadline.map { ContinuousClock.now.duration(to: $0) }
            if let wait, wait <= .zero { return output }
            var ends = [
                pollfd(fd: reader.number, events: Int16(POLLIN), revents: 0),
                pollfd(fd: writer.number, events: Int16(POLLOUT), revents: 0),
            ]
            let milliseconds = wait.map { Int32(clamping: Int($0 / .milliseconds(1)) + 1) } ?? -1
            guard poll(&ends, 2, milliseconds) > 0 else { continue }
            if ends[1].revents != 0 {
                rest = rest.dropFirst(write(rest, to: writer))
                if rest.isEmpty { writer.close() }
            }
            if ends[0].revents != 0, let piece = try reader.read(upTo: 1 << 16) {
                guard !piece.isEmpty else { return output }
                output += piece
            }
        }
    }

    /// Writes as much as a descriptor accepts; returns the number of bytes that are finished, which
    /// is all of them if the reader has closed its end.
    private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Descriptor) -> Int {
        // A program that does not read must not end this process by a signal.
        var (signals, earlier) = (sigset_t(), sigset_t())
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, &earlier)
        defer { pthread_sigmask(SIG_SETMASK, &earlier, nil) }
        let count = bytes.withUnsafeBytes {
            Glibc.write(descriptor.number, $0.baseAddress, $0.count)
        }
        if count >= 0 { return count }
        let cause = errno
        var noTime = timespec()
        if cause == EPIPE { sigtimedwait(&signals, nil, &noTime) }
        return cause == EAGAIN || cause == EINTR ? 0 : bytes.count
    }
}
