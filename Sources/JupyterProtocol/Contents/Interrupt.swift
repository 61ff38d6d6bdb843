/// A request to interrupt the running cell.
///
/// - Source: jupyter_client, docs/messaging.rst, "Kernel interrupt".
public struct InterruptRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.interruptRequest
    /// The content of a successful reply.
    public typealias Reply = InterruptReply

    /// Creates the request.
    public init() {}
}

/// The confirmation that the running cell, if any, is being interrupted.
public struct InterruptReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.interruptReply

    /// Creates the reply.
    public init() {}
}
