/// A heartbeat socket, which sends back every message that it receives.
///
/// It has its own thread and context, so that no other work of the process delays it.
public final class Echo: Sendable {
    /// The endpoint to which the socket is bound.
    public let endpoint: Endpoint

    /// The context of this socket; shutting it down ends the thread.
    private let context: Context

    /// Binds a ROUTER socket, which serves both REQ and DEALER peers, and starts to answer.
    ///
    /// - Throws: `ZeroMQError` if the endpoint cannot be bound.
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
