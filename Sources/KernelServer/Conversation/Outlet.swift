internal import JSON
internal import JupyterProtocol
internal import Synchronization
internal import ZeroMQ

/// The way out for everything that a kernel says; messages leave in the order of the calls.
final class Outlet: Sendable {
    /// Who speaks.
    private let session: MessageSession

    /// Who sends.
    private let thread: SocketThread<KernelChannel>

    /// Whether it has been said that the kernel is starting.
    private let hasStarted = Mutex(false)

    /// Lets a session speak through the sockets of a thread.
    init(session: MessageSession, thread: SocketThread<KernelChannel>) {
        self.session = session
        self.thread = thread
    }

    /// Tells everybody something that a request led to.
    func publish(_ content: some MessageContent, parent: Header?) {
        publish(session.message(content, parent: parent), topic: topic(of: content))
    }

    /// Answers a request.
    func reply(_ answer: Answer, as type: MessageType, to arrival: Arrival) {
        let message = Message(
            identities: arrival.identities, header: session.header(for: type),
            parentHeader: arrival.header.json, metadata: answer.metadata, content: answer.content)
        thread.send(session.frames(of: message), on: arrival.channel)
    }

    /// Asks the client that sent a request for a line; returns what identifies the question.
    func ask(_ question: InputRequest, about arrival: Arrival) -> MessageID {
        let message = session.message(
            question, parent: arrival.header, identities: arrival.identities)
        thread.send(session.frames(of: message), on: .stdin)
        return message.header.id
    }

    /// Tells a client that its subscription has taken effect; everybody else hears it, too.
    ///
    /// - Source: JEP 65: the topic is that of the subscription, and there is no parent.
    func welcome(subscriptionTo topic: String) {
        var message = session.message(IOPubWelcome(subscription: topic))
        message.identities = [Array(topic.utf8)]
        thread.send(session.frames(of: message), on: .iopub)
        startOnce()
    }

    /// Sends a message to everybody under a topic.
    private func publish(_ message: Message, topic: String) {
        startOnce()
        var message = message
        message.identities = [Array(topic.utf8)]
        thread.send(session.frames(of: message), on: .iopub)
    }

    /// Says that the kernel is starting, before anything else but a welcome.
    ///
    /// At the very beginning nobody would hear it: the first subscriptions take a moment.
    private func startOnce() {
        hasStarted.withLock { hasStarted in
            guard !hasStarted else { return }
            hasStarted = true
            let message = session.message(
                Status(.starting), identities: [Array("kernel.\(session.id).status".utf8)])
            thread.send(session.frames(of: message), on: .iopub)
        }
    }

    /// The topic of a content, by which clients could choose what they hear.
    private func topic<Content: MessageContent>(of content: Content) -> String {
        if let stream = content as? StreamContent { return "stream.\(stream.name.rawValue)" }
        return "kernel.\(session.id).\(Content.messageType.rawValue)"
    }
}
