internal import JSON
internal import JupyterProtocol
internal import Synchronization
internal import ZeroMQ

/// The outlet for all messages of a kernel, which are sent in the order of the calls.
final class Outlet: Sendable {
    /// The session that creates the messages.
    private let session: MessageSession

    /// The thread that sends the messages.
    private let thread: SocketThread<KernelChannel>

    /// Indicates whether the status `starting` has been sent.
    private let hasStarted = Mutex(false)

    /// Creates an outlet for a session on the sockets of a thread.
    init(session: MessageSession, thread: SocketThread<KernelChannel>) {
        self.session = session
        self.thread = thread
    }

    /// Tells everybody something that a request led to.
    func publish(
        _ content: some MessageContent, parent: Header?, metadata: JSONObject = [:]
    ) {
        publish(
            session.message(content, parent: parent, metadata: metadata), topic: topic(of: content))
    }

    /// Replies to a request.
    func reply(_ answer: Answer, as type: MessageType, to arrival: Arrival) {
        let message = Message(
            identities: arrival.identities, header: session.header(for: type),
            parentHeader: arrival.header.json, metadata: answer.metadata, content: answer.content)
        thread.send(session.frames(of: message), on: arrival.channel)
    }

    /// Requests a line of input from the client that sent a request; returns the ID of the request
    /// for input.
    func ask(_ question: InputRequest, about arrival: Arrival) -> MessageID {
        let message = session.message(
            question, parent: arrival.header, identities: arrival.identities)
        thread.send(session.frames(of: message), on: .stdin)
        return message.header.id
    }

    /// Confirms a subscription; all other subscribers receive the message as well.
    ///
    /// - Source: JEP 65: the topic is that of the subscription, and there is no parent.
    func welcome(subscriptionTo topic: String) {
        var message = session.message(IOPubWelcome(subscription: topic))
        message.identities = [Array(topic.utf8)]
        thread.send(session.frames(of: message), on: .iopub)
        startOnce()
    }

    /// Broadcasts a message under a topic.
    private func publish(_ message: Message, topic: String) {
        startOnce()
        var message = message
        message.identities = [Array(topic.utf8)]
        thread.send(session.frames(of: message), on: .iopub)
    }

    /// Sends the status `starting` before anything except a welcome.
    ///
    /// It is not sent at the very beginning, when there are no subscribers yet.
    private func startOnce() {
        hasStarted.withLock { hasStarted in
            guard !hasStarted else { return }
            hasStarted = true
            let message = session.message(
                Status(.starting), identities: [Array("kernel.\(session.id).status".utf8)])
            thread.send(session.frames(of: message), on: .iopub)
        }
    }

    /// Returns the topic of a content, by which clients can filter messages.
    private func topic<Content: MessageContent>(of content: Content) -> String {
        if let stream = content as? StreamContent { return "stream.\(stream.name.rawValue)" }
        return "kernel.\(session.id).\(Content.messageType.rawValue)"
    }
}
