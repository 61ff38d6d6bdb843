internal import Evaluation
internal import JupyterProtocol
internal import Logging

/// A request and everything that it leads to: busy, output, reply, idle.
///
/// This is the only place that says so, whatever happens in between.
struct Exchange: Sendable {
    /// The request.
    let arrival: Arrival

    /// The way out.
    let outlet: Outlet

    /// Where failures are noted.
    let logger: Logger

    /// Has a handler see to the request, and answers it.
    ///
    /// - Returns: the answer that was sent.
    @discardableResult
    func conduct<Handler: MessageHandler>(with handler: Handler) async -> Answer {
        publish(Status(.busy))
        let answer: Answer
        do {
            guard arrival.header.subshellID == nil else { throw KernelServerError.noSubshells }
            let content = try arrival.content(as: Handler.Content.self)
            answer = try await handler.answer(content, in: self)
        } catch {
            logger.warning("\(error)", metadata: ["message": "\(arrival.header.id)"])
            answer = handler.answer(to: ErrorContent(describing: error))
        }
        if let type = handler.replyType { outlet.reply(answer, as: type, to: arrival) }
        publish(Status(.idle))
        return answer
    }

    /// Tells everybody something that the request led to.
    func publish(_ content: some MessageContent) {
        outlet.publish(content, parent: arrival.header)
    }
}

extension ErrorContent {
    /// Puts any error into the words of a reply.
    fileprivate init(describing error: any Error) {
        let name = error is JupyterProtocolError ? "MalformedRequest" : "UnsupportedRequest"
        self.init(name: name, value: "\(error)", traceback: ["\(name): \(error)"])
    }
}
