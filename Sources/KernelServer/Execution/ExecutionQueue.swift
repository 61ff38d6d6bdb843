internal import JupyterProtocol
internal import Synchronization

/// The cells that wait to be run, one after the other, and the count of those that were.
final class ExecutionQueue: Sendable {
    /// A cell whose turn it is.
    struct Turn: Sendable {
        /// The cell.
        let submission: Submission
        /// Its number: how many cells are counted, with this one where it counts.
        let number: Int
        /// Whether it should not be run, because it was sent before a failure was known.
        let isDropped: Bool
    }

    /// The cells that wait at some moment.
    struct Snapshot: Sendable {
        /// The cells, in order.
        var waiting: [Submission] = []
        /// How many cells have been counted before them.
        var count = 0
    }

    /// What the queue holds.
    private struct State {
        /// The cells that wait, and the count.
        var now = Snapshot()
        /// Who waits for a cell.
        var taker: CheckedContinuation<Turn?, Never>?
        /// Which cells were sent before the latest failure was known.
        var window: AbortWindow?
        /// Whether no more cells are taken out.
        var isClosed = false

        /// Gives a cell its number, unless it is dropped.
        mutating func turn(of submission: Submission) -> Turn {
            let isDropped = window?.covers(submission.times) ?? false
            if !isDropped, submission.request?.storesHistory == true { now.count += 1 }
            return Turn(submission: submission, number: now.count, isDropped: isDropped)
        }
    }

    /// What the queue holds.
    private let state = Mutex(State())

    /// The cells that wait, whenever they have changed; only the latest snapshot is kept.
    let changes: AsyncStream<Snapshot>

    /// The way into the changes.
    private let changed: AsyncStream<Snapshot>.Continuation

    /// Makes an empty queue.
    init() {
        (changes, changed) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Adds a cell at the end.
    func append(_ submission: Submission) {
        state.withLock { state in
            guard let taker = state.taker else {
                state.now.waiting.append(submission)
                changed.yield(state.now)
                return
            }
            state.taker = nil
            taker.resume(returning: state.turn(of: submission))
        }
    }

    /// Takes out the next cell, and waits for one; nothing, once the queue is closed.
    func next() async -> Turn? {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                if state.isClosed {
                    continuation.resume(returning: nil)
                } else if state.now.waiting.isEmpty {
                    state.taker = continuation
                } else {
                    let submission = state.now.waiting.removeFirst()
                    continuation.resume(returning: state.turn(of: submission))
                    changed.yield(state.now)
                }
            }
        }
    }

    /// Drops the cells that were sent before their client could know of a failure, when they come.
    func drop(_ window: AbortWindow) {
        state.withLock { $0.window = window }
    }

    /// Takes out all cells that wait, without counting them.
    func removeAll() -> [Submission] {
        state.withLock { state in
            guard !state.now.waiting.isEmpty else { return [] }
            defer {
                state.now.waiting = []
                changed.yield(state.now)
            }
            return state.now.waiting
        }
    }

    /// Lets whoever takes cells come to an end, without those that still wait.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.taker?.resume(returning: nil)
            state.taker = nil
        }
        changed.finish()
    }
}
