internal import JupyterProtocol
internal import Synchronization

/// Where a kernel's messages arrive: answers go to those who wait for them, all else to the events.
final class KernelInbox: Sendable {
    /// Who takes events.
    typealias Receiver = @Sendable (KernelEvent) -> Void

    /// What threads share.
    private struct State {
        /// Who takes events, once there is somebody.
        var receiver: Receiver?
        /// The events that came before.
        var early: [KernelEvent] = []
        /// Who waits for the answer to a request.
        var requests: [MessageID: CheckedContinuation<Message?, Never>] = [:]
        /// Answers that came before anybody waited.
        var answers: [MessageID: Message] = [:]
        /// The requests whose answers are not events.
        var expected: Set<MessageID> = []
        /// How many messages have arrived.
        var messageCount = 0
        /// Whether anything has arrived on iopub.
        var hasHeardBroadcast = false
        /// Whether nothing more will arrive.
        var isClosed = false
    }

    /// What threads share.
    private let state = Mutex(State())

    /// Makes an empty inbox.
    init() {}

    /// Passes all events to somebody, in their order, from those on that have come already.
    func pass(to receiver: @escaping Receiver) {
        state.withLock { state in
            for event in state.early { receiver(event) }
            state.early = []
            state.receiver = receiver
        }
    }

    /// Passes an event on; the lock keeps them in order.
    private func pass(_ event: KernelEvent) {
        state.withLock { state in
            guard let receiver = state.receiver else { return state.early.append(event) }
            receiver(event)
        }
    }

    /// Whether anything has arrived on iopub, so that the subscription has taken effect.
    var hasHeardBroadcast: Bool { state.withLock(\.hasHeardBroadcast) }

    /// How many messages have arrived.
    var messageCount: Int { state.withLock(\.messageCount) }

    /// Takes what has arrived on a channel.
    func receive(_ incoming: KernelConnection.Incoming, on channel: KernelChannel) {
        switch incoming {
        case .refused(let problem):
            pass(KernelEvent(parent: nil, .refused(problem)))
        case .malformed(let parent, let problem):
            pass(KernelEvent(parent: parent, .malformed(problem)))
        case .message(let message):
            state.withLock { state in
                state.messageCount += 1
                if channel == .iopub { state.hasHeardBroadcast = true }
            }
            if channel == .iopub || !takeAnswer(message) { pass(KernelEvent(message)) }
        }
    }

    /// Says that the answer to a request will be waited for.
    func expectAnswer(to id: MessageID) {
        state.withLock { _ = $0.expected.insert(id) }
    }

    /// Returns the answer to a request; nothing where it was given up, or the kernel has ended.
    func answer(to id: MessageID) async -> Message? {
        await withCheckedContinuation { continuation in
            let (answer, isOver) = state.withLock { state -> (Message?, Bool) in
                if let answer = state.answers.removeValue(forKey: id) { return (answer, true) }
                guard !state.isClosed, state.expected.contains(id) else { return (nil, true) }
                state.requests[id] = continuation
                return (nil, false)
            }
            if isOver { continuation.resume(returning: answer) }
        }
    }

    /// Gives up a request, whose answer becomes an event should it come.
    func giveUp(_ id: MessageID) {
        let waiter = state.withLock { state in
            state.expected.remove(id)
            return state.requests.removeValue(forKey: id)
        }
        waiter?.resume(returning: nil)
    }

    /// Passes on that the kernel has ended; nothing comes after that.
    func close(with exit: KernelExit) {
        let waiters = state.withLock { state in
            state.isClosed = true
            defer { state.requests = [:] }
            return state.requests.values
        }
        for waiter in waiters { waiter.resume(returning: nil) }
        pass(KernelEvent(parent: nil, .exit(exit)))
    }

    /// Hands a message to whoever waits for it; returns whether anybody does.
    private func takeAnswer(_ message: Message) -> Bool {
        guard let id = message.parentID else { return false }
        let (isExpected, waiter) = state.withLock { state in
            guard state.expected.remove(id) != nil else {
                return (false, nil as CheckedContinuation<Message?, Never>?)
            }
            let waiter = state.requests.removeValue(forKey: id)
            if waiter == nil { state.answers[id] = message }
            return (true, waiter)
        }
        waiter?.resume(returning: message)
        return isExpected
    }
}
