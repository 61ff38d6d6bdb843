internal import Synchronization

/// What other threads want from the thread that owns some sockets.
final class Mailbox<Channel: Hashable & Sendable>: Sendable {
    /// One wish.
    enum Letter: Sendable {
        /// A message is to be sent.
        case message([Frame], Channel)
        /// Somebody wants to know when all that has arrived by now was handed over.
        case settlement(CheckedContinuation<Void, Never>)
    }

    /// All there is to do.
    struct Contents {
        /// The wishes, in the order in which they came.
        var letters: [Letter] = []
        /// Whether the sockets are to be closed after that.
        var isClosing = false
    }

    /// What the threads share.
    private struct State {
        /// What has not been taken yet.
        var contents = Contents()
        /// Whether nobody will take anything any more.
        var isAbandoned = false
        /// Who waits for that.
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    /// The bell of the thread that owns the sockets.
    let wakeUp: WakeUp

    /// What the threads share.
    private let state = Mutex(State())

    /// Makes an empty mailbox.
    init() throws(ZeroMQError) {
        wakeUp = try WakeUp()
    }

    /// Adds a wish; returns whether anybody is left to see to it.
    @discardableResult
    func post(_ letter: Letter) -> Bool {
        let (isFirst, isTaken) = state.withLock { state in
            guard !state.isAbandoned else { return (false, false) }
            state.contents.letters.append(letter)
            return (state.contents.letters.count == 1, true)
        }
        // The bell was rung for the others, and has not been heard yet.
        if isFirst { wakeUp.ring() }
        return isTaken
    }

    /// Asks for the sockets to be closed.
    func requestClosing() {
        state.withLock { $0.contents.isClosing = true }
        wakeUp.ring()
    }

    /// Returns when the thread has ended.
    func waitUntilAbandoned() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.isAbandoned { state.waiters.append(continuation) }
                return state.isAbandoned
            }
            if isOver { continuation.resume() }
        }
    }

    /// Takes all there is to do.
    func take() -> Contents {
        wakeUp.silence()
        return state.withLock { state in
            defer { state.contents.letters = [] }
            return state.contents
        }
    }

    /// Says that the thread ends, and lets go of everybody who waits for something.
    func abandon() {
        let (letters, waiters) = state.withLock { state in
            state.isAbandoned = true
            defer { (state.contents.letters, state.waiters) = ([], []) }
            return (state.contents.letters, state.waiters)
        }
        for case .settlement(let continuation) in letters { continuation.resume() }
        for waiter in waiters { waiter.resume() }
    }
}
