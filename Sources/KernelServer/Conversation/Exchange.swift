internal import Display
internal import Evaluation
internal import JSON
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
    /// - Parameter decoded: the content of the request, where it is known already.
    /// - Returns: the answer that was sent.
    @discardableResult
    func conduct<Handler: MessageHandler>(
        with handler: Handler, _ decoded: Result<Handler.Content, JupyterProtocolError>? = nil
    ) async -> Answer {
        publish(Status(.busy))
        var answer: Answer
        do {
            if let identifier = arrival.unknownSubshell {
                throw KernelServerError.unknownSubshell(identifier)
            }
            let content = try (decoded ?? arrival.decoded(as: Handler.Content.self)).get()
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

    /// Tells everybody something that the request led to.
    func publish(_ content: some MessageContent, metadata: JSONObject = [:]) {
        outlet.publish(content, parent: arrival.header, metadata: metadata)
    }

    /// Tells everybody what is said on a comm.
    func publish(_ signal: CommSignal) {
        let data = (try? JSONValue(parsing: signal.dataJSON)) ?? [:]
        switch signal.kind {
        case .open:
            publish(
                CommOpen(commID: signal.comm, targetName: signal.target, data: data),
                metadata: ["version": .string(Self.widgetProtocol)])
        case .message: publish(CommMessage(commID: signal.comm, data: data))
        case .close: publish(CommClose(commID: signal.comm, data: data))
        }
    }

    /// The version of the messages about widgets.
    ///
    /// - Source: ipywidgets, packages/schema/messages.md.
    private static let widgetProtocol = "2.1.0"
}

extension ErrorContent {
    /// Creates the description of any error for a reply.
    fileprivate init(describing error: any Error) {
        let name = error is JupyterProtocolError ? "MalformedRequest" : "UnsupportedRequest"
        self.init(name: name, value: "\(error)", traceback: ["\(name): \(error)"])
    }
}
