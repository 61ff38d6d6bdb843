internal import CCellWorker
internal import Glibc
internal import Processes
internal import Synchronization
@_spi(ExperimentalCustomExecutors) @_spi(ExperimentalScheduling) internal import _Concurrency

/// Runs all of Swift's concurrency on the worker's one thread.
///
/// A forked copy keeps only the thread that forked, so nothing may depend on others: jobs wait in
/// this queue, also those that are due later, and run while an asynchronous cell waits.
// Unchecked: what changes lies behind a lock; jobs may be handed in by threads that cells start.
final class CellExecutor: MainExecutor, TaskExecutor, SchedulingExecutor, @unchecked Sendable {
    /// The jobs that wait.
    private let queue = Mutex(JobQueue())

    /// The tasks that have been seen, so that an interrupt can cancel them.
    private let tasks = Mutex(TaskRegistry())

    // Unchecked: only the worker's one thread changes it; a thread that a cell has started may read.
    /// Whether code of a task is running, and not that of a synchronous cell.
    nonisolated(unsafe) private var isRunningJob = false

    // Unchecked: as above.
    /// Whether the person has asked for the end of the cell under way: what has not begun to run yet
    /// is cancelled as soon as it does.
    nonisolated(unsafe) private var isEnding = false

    /// Raised when a job is handed in, so that a waiting thread looks again.
    private let bell: Bell

    /// The only executor of the process.
    static let shared = CellExecutor()

    /// Makes an executor.
    private init() {
        bell = Bell()
        cellworker_note_bell(bell.ringingDescriptor)
    }

    /// Makes this the executor for everything, before the first task is made.
    static func install() {
        _createExecutors(factory: Factory.self)
    }

    // MARK: Jobs

    func enqueue(_ job: consuming ExecutorJob) {
        add(UnownedJob(job), due: 0)
    }

    func enqueue<C: Clock>(
        _ job: consuming ExecutorJob, after delay: C.Duration, tolerance: C.Duration?, clock: C
    ) {
        // By the time it arrives, a short delay can have become negative.
        let delay = max(.zero, delay as? Swift.Duration ?? .zero)
        let (seconds, attoseconds) = delay.components
        let (nanoseconds, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let wait = isTooLong ? Int64.max / 2 : nanoseconds + attoseconds / 1_000_000_000
        let due = Self.now() + UInt64(min(wait, Int64.max / 2))
        add(UnownedJob(job), due: due)
    }

    /// Puts a job in the queue.
    private func add(_ job: UnownedJob, due: UInt64) {
        queue.withLock { $0.add(job, due: due) }
        bell.ring()
    }

    /// The time since some moment, in nanoseconds.
    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    // MARK: Running

    /// Runs jobs for ever: the asynchronous cell that waits for this ends in one of them.
    func run() throws {
        while true { step() }
    }

    func runUntil(_ condition: () -> Bool) throws {
        while !condition() { step() }
    }

    func stop() {}

    /// Runs the next job that is due, or waits until there may be one.
    private func step() {
        // As a program that calls `dispatchMain()`: what is there for the main thread runs while the
        // cell waits.
        cellworker_run_main_queue()
        let now = Self.now()
        let next = queue.withLock { $0.next(at: now) }
        switch next {
        case .job(let job):
            note(job)
            if isEnding || cellworker_is_interrupted() != 0 { cancelTasks() }
            isRunningJob = true
            job.runSynchronously(on: asUnownedSerialExecutor())
            isRunningJob = false
        case .wait(let due):
            let time = due.map { Int64(clamping: $0 - now) } ?? -1
            if cellworker_wait(bell.descriptor, time) != 0 { cancelTasks() }
            bell.silence()
        }
    }

    /// Notes the task that a job belongs to, so that an interrupt can cancel it.
    func note(_ job: UnownedJob) { tasks.withLock { $0.note(job) } }

    /// Hears that a cell begins, on top of what is left of an asynchronous one, whose task is not the
    /// cell's.
    func cellBegins() {
        isRunningJob = false
        isEnding = false
    }

    /// Whether what is running should end: its task was cancelled, or the person has asked for it.
    var isCancelled: Bool {
        let isInterrupted = cellworker_is_interrupted() != 0
        if isInterrupted { Worker.current?.hasAcknowledgedInterruption = true }
        guard isRunningJob else { return isInterrupted }
        if isInterrupted { cancelTasks() }
        return Task.isCancelled
    }

    /// Cancels what runs, so that it can end by itself.
    private func cancelTasks() {
        isEnding = true
        cellworker_clear_interrupt()
        Worker.current?.hasAcknowledgedInterruption = true
        tasks.withLock { $0.takeAll() }.forEach { $0.cancel() }
    }

    var isMainExecutor: Bool { true }

    func checkIsolated() {}

    /// Hands the executor to the runtime.
    private struct Factory: ExecutorFactory {
        static var mainExecutor: any MainExecutor { shared }
        static var defaultExecutor: any TaskExecutor { shared }
    }
}
