/// A request to shut the kernel down.
///
/// - Source: jupyter_client, docs/messaging.rst, "Kernel shutdown".
public struct ShutdownRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.shutdownRequest
    /// The content of a successful reply.
    public typealias Reply = ShutdownReply

    /// Indicates whether the kernel will be restarted.
    public var restarts: Bool

    /// Creates a request.
    public init(restarts: Bool) {
        self.restarts = restarts
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case restarts = "restart"
    }
}

/// The confirmation that the kernel will shut down.
public struct ShutdownReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.shutdownReply

    /// Indicates whether the kernel will be restarted, as in the request.
    public var restarts: Bool

    /// Creates a reply.
    public init(restarts: Bool) {
        self.restarts = restarts
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case restarts = "restart"
    }
}
