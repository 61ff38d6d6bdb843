internal import CZeroMQ
internal import Glibc

/// A bell that any thread may ring for a thread that waits with a poller.
public final class WakeUp: Sendable {
    /// The kernel's counter of rings, which a poller watches.
    let file: Int32

    /// Makes a bell that has not been rung.
    ///
    /// - Throws: `ZeroMQError` where the process has no files left.
    public init() throws(ZeroMQError) {
        file = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard file >= 0 else { throw .latest("make", "an event counter") }
    }

    deinit {
        close(file)
    }

    /// Wakes whoever waits, or will wait next.
    public func ring() {
        var count: UInt64 = 1
        while write(file, &count, MemoryLayout.size(ofValue: count)) < 0 && errno == EINTR {}
    }

    /// Makes the bell as if it had never been rung.
    public func silence() {
        var count: UInt64 = 0
        while read(file, &count, MemoryLayout.size(ofValue: count)) < 0 && errno == EINTR {}
    }
}
