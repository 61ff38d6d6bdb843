internal import JupyterProtocol
internal import Synchronization

/// The inbox for a kernel's messages: replies go to the tasks that wait for them, all others become
/// events.
final class KernelInbox: Sendable {
    /// A receiver of events.
    typealias Receiver = @Sendable (KernelEvent) -> Void

    /// The state shared between threads.
    private struct State {
        /// The receiver of events, once there is one.
        var receiver: Receiver?
        /// The events that arrived before there was a receiver.
        var early: [KernelEvent] = []
        /// The tasks that wait for replies, by request.
        var requests: [MessageID: CheckedContinuation<Message?, Never>] = [:]
        /// The replies that arrived before a task waited for them.
        var answers: [MessageID: Message] = [:]
        /// The requests whose replies are not passed on as events.
        var expected: Set<MessageID> = []
        /// The number of received messages.
        var messageCount = 0
        /// Indicates whether a message has arrived on iopub.
        var hasHeardBroadcast = false
        /// Indicates whether no further messages will arrive.
        var isClosed = false

        /// Hands an event to the receiver, or keeps it until there is one.
        mutating func deliver(_ event: KernelEvent) {
            guard let receiver else { return early.append(event) }
            receiver(event)
        }
    }

    /// The state shared between threads.
    private let state = Mutex(State())

    /// Creates an empty inbox.
    init() {}

    /// Passes all events to a receiver in order, beginning with those that have already arrived.
    func pass(to receiver: @escaping Receiver) {
        state.withLock { state in
            for event in state.early { receiver(event) }
            state.early = []
            state.receiver = receiver
        }
    }

    /// Passes an event on; the lock preserves the order.
    private func pass(_ event: KernelEvent) {
        state.withLock { $0.deliver(event) }
    }

    /// Indicates whether a message has arrived on iopub, which means that the subscription has
    /// taken effect.
    var hasHeardBroadcast: Bool { state.withLock(\.hasHeardBroadcast) }

    /// The number of received messages.
    var messageCount: Int { state.withLock(\.messageCount) }

    /// Handles a message received on a channel.
    func receive(_ incoming: KernelConnection.Incoming, on channel: KernelChannel) {
        switch incoming {
        case .refused(let problem):
            pass(KernelEvent(parent: nil, .refused(problem)))
        case .malformed(let parent, let problem):
            pass(KernelEvent(parent: parent, .malformed(problem)))
        case .message(let message):
            guard channel != .iopub else { return receiveBroadcast(KernelEvent(message)) }
            state.withLock { $0.messageCount += 1 }
            if !takeAnswer(message) { pass(KernelEvent(message)) }
        }
    }

    /// Passes on a broadcast.
    private func receiveBroadcast(_ event: KernelEvent) {
        state.withLock { state in
            state.messageCount += 1
            state.hasHeardBroadcast = true
            state.deliver(event)
        }
    }

    /// Announces that a task will wait for the reply to a request.
    func expectAnswer(to id: MessageID) {
        state.withLock { _ = $0.expected.insert(id) }
    }

    /// Waits for the reply to a request; returns `nil` if the request is given up or the kernel has
    /// ended.
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

    /// Gives up a request; a later reply becomes an event.
    func giveUp(_ id: MessageID) {
        let waiter = state.withLock { state in
            state.expected.remove(id)
            return state.requests.removeValue(forKey: id)
        }
        waiter?.resume(returning: nil)
    }

    /// Reports the exit of the kernel as the last event.
    func close(with exit: KernelExit) {
        let waiters = state.withLock { state in
            state.isClosed = true
            defer { state.requests = [:] }
            return state.requests.values
        }
        for waiter in waiters { waiter.resume(returning: nil) }
        pass(KernelEvent(parent: nil, .exit(exit)))
    }

    /// Passes a message to the task that waits for it; returns whether there is one.
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
