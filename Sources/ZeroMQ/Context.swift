internal import CZeroMQ

/// What the sockets of one circle share: the threads that move their messages.
///
/// It may be used from any thread. It ends when it and all its sockets are let go of, and waits
/// then until messages have left or their sockets no longer linger.
public final class Context: Sendable {
    // Unchecked: libzmq allows every thread to use a context, and it never changes.
    /// libzmq's context.
    private nonisolated(unsafe) let handle: UnsafeMutableRawPointer

    /// Makes a context.
    ///
    /// - Parameter maximumSocketCount: how many sockets it may have at a time.
    /// - Throws: `ZeroMQError` where the limit is not one that libzmq takes, or files run out.
    public init(maximumSocketCount: Int32 = 1023) throws(ZeroMQError) {
        guard let handle = zmq_ctx_new() else { throw .latest("make", "a context") }
        self.handle = handle
        guard zmq_ctx_set(handle, ZMQ_MAX_SOCKETS, maximumSocketCount) == 0 else {
            throw .latest("make", "a context for \(maximumSocketCount) sockets")
        }
    }

    deinit {
        while zmq_ctx_term(handle) != 0 && zmq_errno() == EINTR {}
    }

    /// Ends at once whatever the sockets wait for; they can only be let go of afterwards.
    public func shutDown() {
        _ = zmq_ctx_shutdown(handle)
    }

    /// Makes a socket of libzmq's.
    func makeSocket(_ kind: SocketKind) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        guard let socket = zmq_socket(handle, kind.code) else {
            throw .latest("make", kind.description)
        }
        return socket
    }
}
