internal import Glibc

/// The signals by which a person or a scheduler asks the process to end, as values.
struct SignalWatch {
    /// The signals, by number, as they arrive.
    let signals: AsyncStream<Int32>

    /// Where the handler writes the numbers.
    // Unchecked: set once before the handler is installed, and only read afterwards.
    private nonisolated(unsafe) static var writingEnd: Int32 = -1

    /// Begins to watch; from now on, the signals do not end the process by themselves.
    init() {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.signals = signals
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        Self.writingEnd = ends[1]
        // Who reads our lines may leave before we are done.
        signal(SIGPIPE, SIG_IGN)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(SignalWatch.writingEnd, &byte, 1)
            }
        }
        Self.forward(from: ends[0], to: continuation)
    }

    /// Passes the numbers on, on a thread of their own.
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

    /// What the thread does.
    private final class Forwarding {
        /// Where the numbers come from.
        let file: Int32
        /// Where they go.
        let continuation: AsyncStream<Int32>.Continuation

        /// Connects the two.
        init(file: Int32, continuation: AsyncStream<Int32>.Continuation) {
            self.file = file
            self.continuation = continuation
        }

        /// Passes numbers on for as long as the process lives.
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
