internal import Glibc

/// A program that has run to its end, with what it wrote.
public struct ProgramRun: Sendable {
    /// What becomes of a program's standard error.
    public enum StandardError: Sendable {
        /// It is part of the output.
        case merged
        /// It is dropped.
        case discarded
    }

    /// What the program wrote.
    public let output: String

    /// How it ended.
    public let exit: ProcessExit

    /// Runs a program; blocks the thread until it has ended.
    ///
    /// The program dies with the thread that runs it.
    ///
    /// - Parameters:
    ///   - input: its standard input.
    ///   - variables: the variables that are added to this process's environment.
    ///   - limit: the time after which the program is killed, or `nil` if somebody else ends it.
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
        // Only the program holds these ends from now on: the output ends with it.
        configuration.descriptors = []
        stdin.reading.close()
        stdout.writing.close()
        let output = try Self.converse(
            writing: Array(input.utf8), to: stdin.writing, reading: stdout.reading,
            until: limit.map { ContinuousClock.now + $0 }
        ) { child.send(signal: SIGKILL) }
        self.output = String(decoding: output, as: UTF8.self)
        exit = child.waitForExit()
    }

    /// Writes the input as the program takes it, and reads to the end of the output.
    ///
    /// - Parameter giveUp: what is done once when the time is over.
    private static func converse(
        writing input: [UInt8], to writer: Descriptor, reading reader: Descriptor,
        until deadline: ContinuousClock.Instant?, giveUp: () -> Void
    ) throws(ProcessError) -> [UInt8] {
        try writer.makeNonblocking()
        try reader.makeNonblocking()
        var (rest, output) = (input[...], [UInt8]())
        if rest.isEmpty { writer.close() }
        while true {
            let wait = deadline.map { ContinuousClock.now.duration(to: $0) }
            if let wait, wait <= .zero {
                giveUp()
                return output
            }
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

    /// Writes what a descriptor takes now; returns how many bytes are done with, which is all where
    /// nobody reads any longer.
    private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Descriptor) -> Int {
        let count = bytes.withUnsafeBytes {
            Glibc.write(descriptor.number, $0.baseAddress, $0.count)
        }
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR ? 0 : bytes.count
    }
}
