internal import CZeroMQ

/// A way in and out for messages, each of one or more frames.
///
/// One thread at a time may use a socket; it can be handed over to another as a whole. The socket
/// keeps its context alive, and closes when it is let go of.
public final class Socket {
    /// What the socket is.
    public let kind: SocketKind

    /// libzmq's socket.
    let handle: UnsafeMutableRawPointer

    /// Kept, because a context may not end before its sockets.
    private let context: Context

    /// Makes a socket that is neither bound nor connected yet.
    ///
    /// - Throws: `ZeroMQError` where the context has no room for it, or an option is not possible.
    public init(
        _ kind: SocketKind, in context: Context, options: SocketOptions = SocketOptions()
    ) throws(ZeroMQError) {
        self.kind = kind
        self.context = context
        handle = try context.makeSocket(kind)
        try apply(options)
    }

    deinit {
        _ = zmq_close(handle)
    }

    // MARK: Meeting others

    /// Waits at an endpoint for others to connect.
    ///
    /// - Parameters:
    ///   - endpoint: where to wait; a port of 0 is picked.
    ///   - ports: where the process listens already, perhaps at this endpoint as well.
    /// - Returns: the endpoint with the port that was picked, where it left that open.
    /// - Throws: `ZeroMQError`; ask it for `isAddressInUse`.
    @discardableResult
    public func bind(
        to endpoint: Endpoint, listeningAlready ports: ListeningPorts? = nil
    ) throws(ZeroMQError) -> Endpoint {
        if endpoint.isIPv6 { try enable(ZMQ_IPV6) }
        if let descriptor = ports?.take(endpoint) { try takeOver(descriptor) }
        guard zmq_bind(handle, endpoint.rawValue) == 0 else {
            throw .latest("bind", endpoint.rawValue)
        }
        return try boundEndpoint()
    }

    /// Connects to an endpoint, now or as soon as somebody is there.
    ///
    /// - Throws: `ZeroMQError` where the endpoint is not one; not where nobody is there.
    public func connect(to endpoint: Endpoint) throws(ZeroMQError) {
        if endpoint.isIPv6 { try enable(ZMQ_IPV6) }
        guard zmq_connect(handle, endpoint.rawValue) == 0 else {
            throw .latest("connect to", endpoint.rawValue)
        }
    }

    /// Asks for messages whose first frame begins with some bytes; for all, where there are none.
    ///
    /// - Throws: `ZeroMQError` where this is not a SUB socket.
    public func subscribe(to prefix: Frame = []) throws(ZeroMQError) {
        guard zmq_setsockopt(handle, ZMQ_SUBSCRIBE, prefix, prefix.count) == 0 else {
            throw .latest("subscribe with", kind.description)
        }
    }

    // MARK: Messages

    /// Sends a message, and waits where there is nobody or no room yet.
    ///
    /// - Throws: `ZeroMQError` where the context is shut down, or it is not this socket's turn.
    public func send(_ message: [Frame]) throws(ZeroMQError) {
        _ = try send(message, flags: 0)
    }

    /// Sends a message unless it would have to wait.
    ///
    /// - Returns: whether the message was taken.
    /// - Throws: `ZeroMQError` where the context is shut down, or it is not this socket's turn.
    public func sendIfPossible(_ message: [Frame]) throws(ZeroMQError) -> Bool {
        try send(message, flags: ZMQ_DONTWAIT)
    }

    /// Waits for the next message.
    ///
    /// - Throws: `ZeroMQError` where the context is shut down, or it is not this socket's turn.
    public func receive() throws(ZeroMQError) -> [Frame] {
        while true {
            if let message = try receive(flags: 0) { return message }
        }
    }

    /// Returns the next message, or nothing where none has arrived.
    ///
    /// - Throws: `ZeroMQError` where the context is shut down, or it is not this socket's turn.
    public func receiveIfPossible() throws(ZeroMQError) -> [Frame]? {
        try receive(flags: ZMQ_DONTWAIT)
    }
}

// A socket may not be used by two threads; a whole one can still be sent to another.
@available(*, unavailable)
extension Socket: Sendable {}
