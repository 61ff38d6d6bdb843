/// A socket that sends back whatever it hears, so that others can tell that the process lives.
///
/// It has a thread and a context of its own: nothing else that happens in the process delays it.
public final class Echo: Sendable {
    /// Where the socket is bound.
    public let endpoint: Endpoint

    /// The context of this socket alone; shutting it down ends the thread.
    private let context: Context

    /// Binds a ROUTER socket, which suits REQ and DEALER peers alike, and begins to answer.
    ///
    /// - Throws: `ZeroMQError` where the endpoint cannot be bound.
    public init(
        at endpoint: Endpoint, listeningAlready ports: ListeningPorts? = nil,
        security: Security = .none
    ) throws(ZeroMQError) {
        context = try Context()
        let options = SocketOptions(linger: .zero, security: security)
        let socket = try Socket(.router, in: context, options: options)
        self.endpoint = try socket.bind(to: endpoint, listeningAlready: ports)
        try NativeThread.start(named: "heartbeat") {
            while let message = try? socket.receive() { try? socket.send(message) }
        }
    }

    deinit {
        context.shutDown()
    }
}
