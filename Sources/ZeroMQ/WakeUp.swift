internal import CZeroMQ
internal import Glibc

/// A signal that any thread can raise to wake a thread that waits with a poller.
public final class WakeUp: Sendable {
    /// The eventfd that a poller watches.
    let file: Int32

    /// Creates a signal that is not raised.
    ///
    /// - Throws: `ZeroMQError` if the process has no file descriptors left.
    public init() throws(ZeroMQError) {
        file = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard file >= 0 else { throw .latest("make", "an event counter") }
    }

    deinit {
        close(file)
    }

    /// Wakes the waiting thread, or the next one to wait.
    public func ring() {
        var count: UInt64 = 1
        while write(file, &count, MemoryLayout.size(ofValue: count)) < 0 && errno == EINTR {}
    }

    /// Resets the signal.
    public func silence() {
        var count: UInt64 = 0
        while read(file, &count, MemoryLayout.size(ofValue: count)) < 0 && errno == EINTR {}
    }
}
