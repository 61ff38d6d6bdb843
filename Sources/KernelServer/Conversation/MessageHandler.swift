internal import JupyterProtocol

/// A handler of one type of message.
protocol MessageHandler: Sendable {
    /// The content of such a message.
    associatedtype Content: MessageContent

    /// The type of the reply, or `nil` if the message needs none.
    var replyType: MessageType? { get }

    /// Serves a message and returns the answer.
    ///
    /// An error that it throws becomes the reply.
    func answer(_ content: Content, in exchange: Exchange) async throws -> Answer

    /// Returns the reply for an error.
    func answer(to error: ErrorContent) -> Answer
}

extension MessageHandler {
    /// Messages that are not requests need no reply.
    var replyType: MessageType? { nil }

    /// Most replies have the same form for errors.
    func answer(to error: ErrorContent) -> Answer { .failed(error) }
}

extension MessageHandler where Content: RequestContent {
    /// Every request needs a reply.
    var replyType: MessageType? { Content.Reply.messageType }
}
