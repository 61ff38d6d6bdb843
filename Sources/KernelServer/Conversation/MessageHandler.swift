internal import JupyterProtocol

/// Sees to one type of message.
protocol MessageHandler: Sendable {
    /// What such a message says.
    associatedtype Content: MessageContent

    /// The type of the reply; nothing, where none is owed.
    var replyType: MessageType? { get }

    /// Does what a message asks for, and says what came of it.
    ///
    /// Whatever it throws becomes the reply.
    func answer(_ content: Content, in exchange: Exchange) async throws -> Answer

    /// Says in the form of the reply that something went wrong.
    func answer(to error: ErrorContent) -> Answer
}

extension MessageHandler {
    /// No reply is owed to a message that is not a request.
    var replyType: MessageType? { nil }

    /// Most replies have the same form when something went wrong.
    func answer(to error: ErrorContent) -> Answer { .failed(error) }
}

extension MessageHandler where Content: RequestContent {
    /// Every request is owed a reply.
    var replyType: MessageType? { Content.Reply.messageType }
}
