/// Asks for the running cell to be ended.
///
/// - Source: jupyter_client, docs/messaging.rst, "Kernel interrupt".
public struct InterruptRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.interruptRequest
    /// What an answer says when all went well.
    public typealias Reply = InterruptReply

    /// Makes the request.
    public init() {}
}

/// Says that the running cell, if there is one, was asked to end.
public struct InterruptReply: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.interruptReply

    /// Makes the reply.
    public init() {}
}
