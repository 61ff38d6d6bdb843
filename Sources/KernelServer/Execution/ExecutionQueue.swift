internal import JupyterProtocol
internal import Synchronization

/// The queue of cells that wait to be run, and the execution count.
final class ExecutionQueue: Sendable {
    /// A cell whose turn has come.
    struct Turn: Sendable {
        /// The source of the cell.
        let submission: Submission
        /// Its execution count: the number of counted cells, including this one if it is counted.
        let number: Int
        /// Indicates whether it is dropped because it was sent before a failure was known.
        let isDropped: Bool
    }

    /// The waiting cells at some moment.
    struct Snapshot: Sendable {
        /// The cells in order.
        var waiting: [Submission] = []
        /// The number of counted cells before them.
        var count = 0
    }

    /// The state of the queue.
    private struct State {
        /// The waiting cells, and the execution count.
        var now = Snapshot()
        /// The task that waits for a cell.
        var taker: CheckedContinuation<Turn?, Never>?
        /// The window of the latest failure, whose cells are dropped.
        var window: AbortWindow?
        /// Indicates whether a cell is running.
        var isRunning = false
        /// Indicates whether the queue is closed.
        var isClosed = false

        /// Returns the turn of a cell, which is counted unless it is dropped.
        mutating func turn(of submission: Submission) -> Turn {
            isRunning = true
            if let subshell = submission.subshell {
                let number = subshell.number(of: submission.request)
                return Turn(submission: submission, number: number, isDropped: false)
            }
            let isDropped = submission.isCell && window?.covers(submission.times) ?? false
            if !isDropped, submission.request?.storesHistory == true { now.count += 1 }
            return Turn(submission: submission, number: now.count, isDropped: isDropped)
        }
    }

    /// The state of the queue.
    private let state = Mutex(State())

    /// The snapshots of the waiting cells after each change; only the latest one is kept.
    let changes: AsyncStream<Snapshot>

    /// The continuation of the snapshots.
    private let changed: AsyncStream<Snapshot>.Continuation

    /// Creates an empty queue.
    init() {
        (changes, changed) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Adds a cell at the end, or something that was said to an object, which overtakes what was
    /// said to it before and waits behind the same cell.
    func append(_ submission: Submission) {
        state.withLock { state in
            guard let taker = state.taker else {
                var submission = submission
                let tail = state.now.waiting.lastIndex(where: \.isCell).map { $0 + 1 } ?? 0
                for index in state.now.waiting.indices[tail...].reversed()
                where submission.overtake(state.now.waiting[index]) {
                    state.now.waiting.remove(at: index)
                    break
                }
                state.now.waiting.append(submission)
                changed.yield(state.now)
                return
            }
            state.taker = nil
            taker.resume(returning: state.turn(of: submission))
        }
    }

    /// Notes that the cell that was taken last has run, before its client learns of it.
    func endTurn() {
        state.withLock { $0.isRunning = false }
    }

    /// Runs a cell next and waits for its end; returns `false` if another cell is running or
    /// waiting.
    func run(_ submission: Submission) async -> Bool {
        await withCheckedContinuation { continuation in
            let isTaken = state.withLock { state in
                guard !state.isRunning, !state.isClosed, state.now.waiting.isEmpty else {
                    return false
                }
                var submission = submission
                submission.waiter = continuation
                guard let taker = state.taker else {
                    state.now.waiting.append(submission)
                    return true
                }
                state.taker = nil
                taker.resume(returning: state.turn(of: submission))
                return true
            }
            if !isTaken { continuation.resume(returning: false) }
        }
    }

    /// Waits for the next cell and removes it; returns `nil` once the queue is closed.
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

    /// Drops cells of an abort window when their turn comes.
    func drop(_ window: AbortWindow) {
        state.withLock { $0.window = window }
    }

    /// Removes waiting cells without counting them: all, or those that arrived before a time.
    func remove(arrivedBefore moment: Timestamp?) -> [Submission] {
        state.withLock { state in
            func isRemoved(_ submission: Submission) -> Bool {
                guard let moment else { return true }
                guard submission.isCell, submission.subshell == nil else { return false }
                return moment.duration(since: submission.times.arrived) > .zero
            }
            let removed = state.now.waiting.filter(isRemoved)
            guard !removed.isEmpty else { return [] }
            state.now.waiting.removeAll(where: isRemoved)
            changed.yield(state.now)
            return removed
        }
    }

    /// Closes the queue; waiting cells are not returned any more.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.taker?.resume(returning: nil)
            state.taker = nil
        }
        changed.finish()
    }
}
