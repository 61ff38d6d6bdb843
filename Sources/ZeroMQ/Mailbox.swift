internal import Synchronization

/// A queue of requests from other threads to the thread that owns the sockets.
final class Mailbox<Channel: Hashable & Sendable>: Sendable {
    /// A request.
    enum Letter: Sendable {
        /// Requests to send a message.
        case message([Frame], Channel)
        /// Requests to be resumed when everything that has arrived so far has been delivered.
        case settlement(CheckedContinuation<Void, Never>)
    }

    /// The requests taken from the mailbox at once.
    struct Contents {
        /// The requests, in order of arrival.
        var letters: [Letter] = []
        /// Indicates whether to close the sockets afterwards.
        var isClosing = false
    }

    /// The state shared between threads.
    private struct State {
        /// The requests that have not been taken yet.
        var contents = Contents()
        /// Indicates whether the owning thread has ended.
        var isAbandoned = false
        /// The tasks that wait for the owning thread to end.
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    /// The wake-up signal of the owning thread.
    let wakeUp: WakeUp

    /// The state shared between threads.
    private let state = Mutex(State())

    /// Creates an empty mailbox.
    init() throws(ZeroMQError) {
        wakeUp = try WakeUp()
    }

    /// Adds a request; returns whether the owning thread is still there to serve it.
    @discardableResult
    func post(_ letter: Letter) -> Bool {
        let (isFirst, isTaken) = state.withLock { state in
            guard !state.isAbandoned else { return (false, false) }
            state.contents.letters.append(letter)
            return (state.contents.letters.count == 1, true)
        }
        // Earlier requests have already signaled the thread, which has not woken yet.
        if isFirst { wakeUp.ring() }
        return isTaken
    }

    /// Requests that the sockets be closed.
    func requestClosing() {
        state.withLock { $0.contents.isClosing = true }
        wakeUp.ring()
    }

    /// Waits until the owning thread has ended.
    func waitUntilAbandoned() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.isAbandoned { state.waiters.append(continuation) }
                return state.isAbandoned
            }
            if isOver { continuation.resume() }
        }
    }

    /// Removes and returns all requests.
    func take() -> Contents {
        wakeUp.silence()
        return state.withLock { state in
            defer { state.contents.letters = [] }
            return state.contents
        }
    }

    /// Marks the owning thread as ended, and resumes all waiting tasks.
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
