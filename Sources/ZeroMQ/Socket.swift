internal import CZeroMQ
internal import Glibc
internal import Synchronization

/// A socket that sends and receives messages of one or more frames.
///
/// Only one thread at a time may use a socket; it can be transferred to another thread as a whole.
/// The socket keeps its context alive, and closes when it is released.
public final class Socket {
    /// The kind of the socket.
    public let kind: SocketKind

    /// libzmq's socket.
    let handle: UnsafeMutableRawPointer

    /// The context, kept alive because it may not end before its sockets.
    private let context: Context

    /// Creates a socket that is neither bound nor connected.
    ///
    /// - Throws: `ZeroMQError` if the context has reached its maximum, or an option is not
    ///   supported.
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

    /// Binds the socket to an endpoint.
    ///
    /// - Parameters:
    ///   - endpoint: the endpoint; for port 0 the system picks one.
    ///   - ports: ports at which the process already listens; used if the endpoint is among them.
    /// - Returns: the endpoint with the actual port.
    /// - Throws: `ZeroMQError`; its `isAddressInUse` tells whether the endpoint is taken.
    @discardableResult
    public func bind(
        to endpoint: Endpoint, listeningAlready ports: ListeningPorts? = nil
    ) throws(ZeroMQError) -> Endpoint {
        if endpoint.isIPv6 { try enable(ZMQ_IPV6) }
        if let descriptor = ports?.take(endpoint) { try takeOver(descriptor) }
        try Self.binding.withLock { _ throws(ZeroMQError) in
            // Nobody else may connect to a Unix domain socket, whatever the process's umask is.
            let mask = umask(0o077)
            defer { umask(mask) }
            guard zmq_bind(handle, endpoint.rawValue) == 0 else {
                throw .latest("bind", endpoint.rawValue)
            }
        }
        return try boundEndpoint()
    }

    /// A lock under which the umask of the process differs for a moment.
    private static let binding = Mutex(())

    /// Connects to an endpoint, in the background if no peer is bound there yet.
    ///
    /// - Throws: `ZeroMQError` if the endpoint is malformed; a missing peer is no error.
    public func connect(to endpoint: Endpoint) throws(ZeroMQError) {
        if endpoint.isIPv6 { try enable(ZMQ_IPV6) }
        guard zmq_connect(handle, endpoint.rawValue) == 0 else {
            throw .latest("connect to", endpoint.rawValue)
        }
    }

    /// Subscribes to messages whose first frame begins with a prefix; an empty prefix matches all.
    ///
    /// - Throws: `ZeroMQError` if the socket is not a SUB socket.
    public func subscribe(to prefix: Frame = []) throws(ZeroMQError) {
        guard zmq_setsockopt(handle, ZMQ_SUBSCRIBE, prefix, prefix.count) == 0 else {
            throw .latest("subscribe with", kind.description)
        }
    }

    // MARK: Messages

    /// Sends a message, blocking while there is no peer or its queue is full.
    ///
    /// - Throws: `ZeroMQError` if the context has been shut down, or the socket's kind does not
    ///   allow sending now.
    public func send(_ message: [Frame]) throws(ZeroMQError) {
        _ = try send(message, flags: 0)
    }

    /// Sends a message unless that would block.
    ///
    /// - Returns: whether the message was sent.
    /// - Throws: `ZeroMQError` if the context has been shut down, or the socket's kind does not
    ///   allow sending now.
    public func sendIfPossible(_ message: [Frame]) throws(ZeroMQError) -> Bool {
        try send(message, flags: ZMQ_DONTWAIT)
    }

    /// Waits for the next message.
    ///
    /// - Throws: `ZeroMQError` if the context has been shut down, or the socket's kind does not
    ///   allow receiving now.
    public func receive() throws(ZeroMQError) -> [Frame] {
        while true {
            if let message = try receive(flags: 0) { return message }
        }
    }

    /// Returns the next message, or `nil` if none has arrived.
    ///
    /// - Throws: `ZeroMQError` if the context has been shut down, or the socket's kind does not
    ///   allow receiving now.
    public func receiveIfPossible() throws(ZeroMQError) -> [Frame]? {
        try receive(flags: ZMQ_DONTWAIT)
    }
}

// Not Sendable: two threads may not use a socket, but `sending` can transfer it.
@available(*, unavailable)
extension Socket: Sendable {}
