internal import Glibc

/// The signals by which a user or a scheduler ends the process, as an asynchronous sequence.
struct SignalWatch {
    /// The numbers of the signals, in order of arrival.
    let signals: AsyncStream<Int32>

    /// The descriptor to which the handler writes the numbers.
    // Unchecked: set once before the handler is installed, and only read afterwards.
    private nonisolated(unsafe) static var writingEnd: Int32 = -1

    /// Starts to watch; from now on, the signals do not end the process by themselves.
    init() {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.signals = signals
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        Self.writingEnd = ends[1]
        // The reader of the output may end first.
        signal(SIGPIPE, SIG_IGN)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(SignalWatch.writingEnd, &byte, 1)
            }
        }
        Self.forward(from: ends[0], to: continuation)
    }

    /// Forwards the numbers on a separate thread.
    private static func forward(
        from file: Int32, to continuation: AsyncStream<Int32>.Continuation
    ) {
        let task = Unmanaged.passRetained(Forwarding(file: file, continuation: continuation))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Forwarding>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, task.toOpaque())
        guard result == 0 else { return task.release() }
        pthread_detach(thread)
    }

    /// The work of the thread.
    private final class Forwarding {
        /// The descriptor from which the numbers are read.
        let file: Int32
        /// The continuation that receives them.
        let continuation: AsyncStream<Int32>.Continuation

        /// Creates the work.
        init(file: Int32, continuation: AsyncStream<Int32>.Continuation) {
            self.file = file
            self.continuation = continuation
        }

        /// Forwards numbers as long as the process lives.
        func run() {
            var byte: UInt8 = 0
            while true {
                let count = read(file, &byte, 1)
                if count == 1 { continuation.yield(Int32(byte)) }
                guard count == 1 || errno == EINTR else { return }
            }
        }
    }
}
