internal import Evaluation
internal import JupyterProtocol
internal import Logging

/// A request with everything that it causes: busy, output, reply, idle.
///
/// Only this type sends these messages, in this order, whatever happens in between.
struct Exchange: Sendable {
    /// The request.
    let arrival: Arrival

    /// The outlet for messages.
    let outlet: Outlet

    /// The log of failures.
    let logger: Logger

    /// Lets a handler serve the request, and sends its answer.
    ///
    /// - Returns: the answer that was sent.
    @discardableResult
    func conduct<Handler: MessageHandler>(with handler: Handler) async -> Answer {
        publish(Status(.busy))
        var answer: Answer
        do {
            guard arrival.header.subshellID == nil else { throw KernelServerError.noSubshells }
            let content = try arrival.content(as: Handler.Content.self)
            answer = try await handler.answer(content, in: self)
        } catch {
            logger.warning("\(error)", metadata: ["message": "\(arrival.header.id)"])
            answer = handler.answer(to: ErrorContent(describing: error))
        }
        answer.moment = .now
        if let type = handler.replyType { outlet.reply(answer, as: type, to: arrival) }
        publish(Status(.idle))
        return answer
    }

    /// Broadcasts a content that the request has caused.
    func publish(_ content: some MessageContent) {
        outlet.publish(content, parent: arrival.header)
    }
}

extension ErrorContent {
    /// Creates the description of any error for a reply.
    fileprivate init(describing error: any Error) {
        let name = error is JupyterProtocolError ? "MalformedRequest" : "UnsupportedRequest"
        self.init(name: name, value: "\(error)", traceback: ["\(name): \(error)"])
    }
}
