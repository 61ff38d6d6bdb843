internal import CProcesses
internal import Glibc
internal import Synchronization

/// A file descriptor that is closed when nobody holds it any longer, or before that.
public final class Descriptor: Sendable {
    /// The system's number for the open file; -1 when it is closed.
    private let storage: Atomic<Int32>

    /// Takes over an open descriptor.
    public init(owning number: Int32) {
        storage = Atomic(number)
    }

    deinit { close() }

    /// The system's number for the open file; -1 when it is closed.
    public var number: Int32 { storage.load(ordering: .relaxed) }

    /// Closes the descriptor now; whoever still holds it holds nothing.
    public func close() {
        let number = storage.exchange(-1, ordering: .relaxed)
        if number >= 0 { _ = Glibc.close(number) }
    }

    /// Makes reads and writes return instead of waiting.
    public func makeNonblocking() throws(ProcessError) {
        let flags = try ProcessError.check("read a descriptor's flags", fcntl(number, F_GETFL))
        try ProcessError.check(
            "set a descriptor's flags", fcntl(number, F_SETFL, flags | O_NONBLOCK))
    }

    /// Returns a copy of the descriptor with a number not below the given one.
    ///
    /// Descriptors of our own live high, out of the way of what cells open and count.
    public func duplicated(atLeast lowest: Int32) throws(ProcessError) -> Descriptor {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, lowest)
        return Descriptor(owning: try ProcessError.check("copy a descriptor", copy))
    }

    /// Makes a pipe; both ends are closed when a program is started.
    public static func pipe() throws(ProcessError) -> (reading: Descriptor, writing: Descriptor) {
        var ends: [Int32] = [0, 0]
        try ProcessError.checkShim("make a pipe", processes_pipe(&ends))
        return (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
    }

    /// Reads what is there, at most as many bytes as given.
    ///
    /// - Returns: the bytes, none at the end of the file, or nothing where none can be had now.
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

    /// Writes all the bytes, waiting where the descriptor cannot take them at once.
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

    /// Blocks until the descriptor is ready for something, or closed at the other end.
    func waitUntilReady(for events: Int16) {
        var request = pollfd(fd: number, events: events, revents: 0)
        while poll(&request, 1, -1) < 0, errno == EINTR {}
    }
}
