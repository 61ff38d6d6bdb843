internal import CZeroMQ

/// A libzmq context: the I/O threads that a group of sockets share.
///
/// A context can be used from any thread. It ends when it and all its sockets have been released,
/// after pending messages have been sent or the sockets' linger time has passed.
public final class Context: Sendable {
    // Unchecked: libzmq allows every thread to use a context, and it never changes.
    /// libzmq's context.
    private nonisolated(unsafe) let handle: UnsafeMutableRawPointer

    /// Creates a context.
    ///
    /// - Parameter maximumSocketCount: the maximum number of open sockets.
    /// - Throws: `ZeroMQError` if libzmq rejects the limit, or the process has no file descriptors
    ///   left.
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

    /// Cancels all blocking calls of the sockets; afterwards sockets can only be closed.
    public func shutDown() {
        _ = zmq_ctx_shutdown(handle)
    }

    /// Creates a libzmq socket.
    func makeSocket(_ kind: SocketKind) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        guard let socket = zmq_socket(handle, kind.code) else {
            throw .latest("make", kind.description)
        }
        return socket
    }
}
