/// Asks the kernel to end.
///
/// - Source: jupyter_client, docs/messaging.rst, "Kernel shutdown".
public struct ShutdownRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.shutdownRequest
    /// What an answer says when all went well.
    public typealias Reply = ShutdownReply

    /// Whether another one will be started in its place.
    public var restarts: Bool

    /// Makes a request.
    public init(restarts: Bool) {
        self.restarts = restarts
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case restarts = "restart"
    }
}

/// Says that the kernel will end.
public struct ShutdownReply: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.shutdownReply

    /// Whether another one will be started in its place, as the request had it.
    public var restarts: Bool

    /// Makes a reply.
    public init(restarts: Bool) {
        self.restarts = restarts
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case restarts = "restart"
    }
}
