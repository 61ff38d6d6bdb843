internal import Evaluation
internal import JupyterProtocol
internal import Synchronization
internal import ZeroMQ

/// Where cells wait for lines that people enter.
///
/// - Source: jupyter_client, docs/messaging.rst, "Messages on the stdin (ROUTER/DEALER) channel".
final class InputDesk: Sendable {
    /// A cell that waits.
    private struct Visitor: Sendable {
        /// The question that was asked.
        let question: MessageID
        /// Whom it was asked.
        let identities: [[UInt8]]
        /// Who waits for the answer.
        let continuation: CheckedContinuation<String?, Never>
    }

    /// What the desk knows.
    private struct State {
        /// The cells that wait, the longest waiting first.
        var visitors: [Visitor] = []
        /// Whether a cell is running that was not interrupted.
        var isOpen = false
    }

    /// The thread of the sockets, which knows what has arrived.
    private let thread: SocketThread<KernelChannel>

    /// What arrives.
    private let inbox: Inbox

    /// What the desk knows.
    private let state = Mutex(State())

    /// Makes a desk that is closed.
    init(thread: SocketThread<KernelChannel>, inbox: Inbox) {
        self.thread = thread
        self.inbox = inbox
    }

    /// Lets a cell ask that begins to run.
    func open() {
        state.withLock { $0.isOpen = true }
    }

    /// Tells those that wait that there is no more input, and those that come until the next cell.
    func dismiss() {
        let visitors = state.withLock { state in
            state.isOpen = false
            defer { state.visitors = [] }
            return state.visitors
        }
        for visitor in visitors { visitor.continuation.resume(returning: nil) }
    }

    /// Asks the client that sent a request for a line.
    ///
    /// - Returns: the line, or nothing where the input has ended or the cell was interrupted.
    func line(at prompt: InputPrompt, in exchange: Exchange) async -> String? {
        // Answers to earlier questions arrive here while nobody waits, and are dropped.
        await thread.settle()
        await inbox.settle()
        let request = InputRequest(prompt: prompt.text, isPassword: prompt.isPassword)
        let line = await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                guard state.isOpen else { return false }
                let question = exchange.outlet.ask(request, about: exchange.arrival)
                state.visitors.append(
                    Visitor(
                        question: question, identities: exchange.arrival.identities,
                        continuation: continuation))
                return true
            }
            if !isOpen { continuation.resume(returning: nil) }
        }
        return line == InputReply.endOfInput ? nil : line
    }

    /// Hands an answer to the cell that waits for it; drops it where none does.
    ///
    /// Some clients do not say which question they answer: then it is the oldest of theirs.
    ///
    /// - Returns: whether somebody waited for it.
    func take(_ reply: InputReply, from arrival: Arrival) -> Bool {
        let question = arrival.question
        let visitor = state.withLock { state -> Visitor? in
            let index = state.visitors.firstIndex { visitor in
                visitor.identities == arrival.identities
                    && (question == nil || question == visitor.question)
            }
            return index.map { state.visitors.remove(at: $0) }
        }
        visitor?.continuation.resume(returning: reply.value)
        return visitor != nil
    }
}
