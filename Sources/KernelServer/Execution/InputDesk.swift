internal import Evaluation
internal import JupyterProtocol
internal import Synchronization
internal import ZeroMQ

/// The pending requests of cells for input.
///
/// - Source: jupyter_client, docs/messaging.rst, "Messages on the stdin (ROUTER/DEALER) channel".
final class InputDesk: Sendable {
    /// A pending request.
    private struct Visitor: Sendable {
        /// The ID of the request message.
        let question: MessageID
        /// The identities of the client.
        let identities: [[UInt8]]
        /// The continuation that waits for the answer.
        let continuation: CheckedContinuation<String?, Never>
    }

    /// The state of the requests.
    private struct State {
        /// The pending requests, the oldest first.
        var visitors: [Visitor] = []
        /// Indicates whether a cell is running that has not been interrupted.
        var isOpen = false
    }

    /// The thread of the sockets, which knows what has arrived.
    private let thread: SocketThread<KernelChannel>

    /// The received messages.
    private let inbox: Inbox

    /// The state of the requests.
    private let state = Mutex(State())

    /// Creates a state without requests, in which none are allowed.
    init(thread: SocketThread<KernelChannel>, inbox: Inbox) {
        self.thread = thread
        self.inbox = inbox
    }

    /// Allows requests, at the start of a cell.
    func open() {
        state.withLock { $0.isOpen = true }
    }

    /// Answers pending requests, and further ones until the next cell, with the end of input.
    func dismiss() {
        let visitors = state.withLock { state in
            state.isOpen = false
            defer { state.visitors = [] }
            return state.visitors
        }
        for visitor in visitors { visitor.continuation.resume(returning: nil) }
    }

    /// Requests a line of input from the client that sent a request.
    ///
    /// - Returns: the line, or `nil` if the input has ended or the cell was interrupted.
    func line(at prompt: InputPrompt, in exchange: Exchange) async -> String? {
        // Answers to earlier requests are read here while none is pending, and are dropped.
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

    /// Passes an answer to the cell that waits for it, or drops it if there is none.
    ///
    /// Some clients do not tell which request they answer: then it is their oldest one.
    ///
    /// - Returns: whether a cell was waiting for it.
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
