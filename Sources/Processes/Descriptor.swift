internal import CProcesses
internal import Glibc
internal import Synchronization

/// A file descriptor that is closed when its last reference is released, or earlier.
public final class Descriptor: Sendable {
    /// The number of the descriptor; -1 once it is closed.
    private let storage: Atomic<Int32>

    /// Takes ownership of an open descriptor.
    public init(owning number: Int32) {
        storage = Atomic(number)
    }

    deinit { close() }

    /// The number of the descriptor; -1 once it is closed.
    public var number: Int32 { storage.load(ordering: .relaxed) }

    /// Closes the descriptor now, for all its holders.
    public func close() {
        let number = storage.exchange(-1, ordering: .relaxed)
        if number >= 0 { _ = Glibc.close(number) }
    }

    /// Makes reads and writes non-blocking.
    public func makeNonblocking() throws(ProcessError) {
        let flags = try ProcessError.check("read a descriptor's flags", fcntl(number, F_GETFL))
        try ProcessError.check(
            "set a descriptor's flags", fcntl(number, F_SETFL, flags | O_NONBLOCK))
    }

    /// Returns a copy of the descriptor whose number is at least the given one.
    ///
    /// Unroll's own descriptors have high numbers, so that they do not affect the numbers that
    /// cells get.
    public func duplicated(atLeast lowest: Int32) throws(ProcessError) -> Descriptor {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, lowest)
        return Descriptor(owning: try ProcessError.check("copy a descriptor", copy))
    }

    /// Creates a pipe, both ends of which are closed on exec.
    public static func pipe() throws(ProcessError) -> (reading: Descriptor, writing: Descriptor) {
        var ends: [Int32] = [0, 0]
        try ProcessError.checkShim("make a pipe", processes_pipe(&ends))
        return (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
    }

    /// Reads the available bytes, up to a limit.
    ///
    /// - Returns: the bytes, which are empty at the end of the file, or `nil` if reading would
    ///   block.
    public func read(upTo count: Int) throws(ProcessError) -> [UInt8]? {
        while true {
            var result = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                result = Glibc.read(number, buffer.baseAddress, count)
                filled = max(result, 0)
            }
            if result >= 0 { return bytes }
            switch errno {
            case EINTR: continue
            case EAGAIN: return nil
            default: throw ProcessError("read from a descriptor", errno: errno)
            }
        }
    }

    /// Writes all bytes, waiting whenever the descriptor cannot take more.
    public func write(_ bytes: some Collection<UInt8>) throws(ProcessError) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                waitUntilReady(for: Int16(POLLOUT))
            } else if errno != EINTR {
                throw ProcessError("write to a descriptor", errno: errno)
            }
        }
    }

    /// Blocks until the descriptor is readable or a time has come; returns whether it is readable.
    func isReadable(by deadline: ContinuousClock.Instant) -> Bool {
        while true {
            let wait = ContinuousClock.now.duration(to: deadline)
            let milliseconds = wait > .zero ? Int32(clamping: Int(wait / .milliseconds(1)) + 1) : 0
            var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
            if poll(&request, 1, milliseconds) > 0 { return true }
            if wait <= .zero { return false }
        }
    }

    /// Blocks until the descriptor is ready for some events, or its other end is closed.
    func waitUntilReady(for events: Int16) {
        var request = pollfd(fd: number, events: events, revents: 0)
        while poll(&request, 1, -1) < 0, errno == EINTR {}
    }
}
