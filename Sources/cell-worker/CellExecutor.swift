internal import CCellWorker
internal import Glibc
internal import Processes
internal import Synchronization
@_spi(ExperimentalCustomExecutors) @_spi(ExperimentalScheduling) internal import _Concurrency

/// An executor that runs all of Swift's concurrency on the worker's single thread.
///
/// A forked copy keeps only the thread that forked, so nothing may depend on others: jobs,
/// including delayed ones, wait in this queue, and run while an asynchronous cell waits.
// Unchecked: mutable state is protected by locks; threads of cells may enqueue jobs.
final class CellExecutor: MainExecutor, TaskExecutor, SchedulingExecutor, @unchecked Sendable {
    /// The queued jobs.
    private let queue = Mutex(JobQueue())

    /// The tasks seen so far, which an interrupt cancels.
    private let tasks = Mutex(TaskRegistry())

    // Unchecked: only the worker's single thread writes it; threads of cells may read it.
    /// Indicates whether code of a task is running rather than that of a synchronous cell.
    nonisolated(unsafe) private var isRunningJob = false

    // Unchecked: as above.
    /// Indicates whether the user has interrupted the running cell; tasks that have not started yet
    /// are then cancelled when they do.
    nonisolated(unsafe) private var isEnding = false

    /// The signal that wakes a waiting thread when a job is enqueued.
    private let bell: Bell

    /// The only executor of the process.
    static let shared = CellExecutor()

    /// Creates an executor.
    private init() {
        bell = Bell()
        cellworker_note_bell(bell.ringingDescriptor)
    }

    /// Makes this the executor for everything, before the first task is created.
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
        // A short delay may have become negative when it arrives here.
        let delay = max(.zero, delay as? Swift.Duration ?? .zero)
        let (seconds, attoseconds) = delay.components
        let (nanoseconds, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let wait = isTooLong ? Int64.max / 2 : nanoseconds + attoseconds / 1_000_000_000
        let due = Self.now() + UInt64(min(wait, Int64.max / 2))
        add(UnownedJob(job), due: due)
    }

    /// Adds a job to the queue.
    private func add(_ job: UnownedJob, due: UInt64) {
        queue.withLock { $0.add(job, due: due) }
        bell.ring()
    }

    /// Returns the current time of a monotonic clock in nanoseconds.
    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    // MARK: Running

    /// Runs jobs forever: the asynchronous cell that waits for this calls `exit` in one of them.
    func run() throws {
        while true { step() }
    }

    func runUntil(_ condition: () -> Bool) throws {
        while !condition() { step() }
    }

    func stop() {}

    /// Runs the next job that is due, or waits until there may be one.
    private func step() {
        // As in a program that calls `dispatchMain()`, the main queue is served while the cell
        // waits.
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

    /// Records the task of a job, so that an interrupt can cancel it.
    func note(_ job: UnownedJob) { tasks.withLock { $0.note(job) } }

    /// Returns whether the job of a new task is the task itself, as `TaskRegistry` relies on.
    func jobsAreTasks() -> Bool {
        let task = Task.detached {}
        guard case .job(let job) = queue.withLock({ $0.next(at: 0) }) else { return false }
        let address = unsafeBitCast(task, to: UnsafeRawPointer.self)
        let isTask = TaskRegistry.task(of: job) == address
        job.runSynchronously(on: asUnownedSerialExecutor())
        return isTask
    }

    /// Prepares for a cell, which may run on the stack of an asynchronous one whose task is not the
    /// cell's.
    func cellBegins() {
        isRunningJob = false
        isEnding = false
    }

    /// Indicates whether the running code should end: its task was cancelled, or the user has
    /// interrupted the cell.
    var isCancelled: Bool {
        let isInterrupted = cellworker_is_interrupted() != 0
        if isInterrupted { Worker.current?.hasAcknowledgedInterruption = true }
        guard isRunningJob else { return isInterrupted }
        if isInterrupted { cancelTasks() }
        return Task.isCancelled
    }

    /// Cancels all tasks, so that they can end by themselves.
    private func cancelTasks() {
        isEnding = true
        cellworker_clear_interrupt()
        Worker.current?.hasAcknowledgedInterruption = true
        tasks.withLock { $0.takeAll() }.forEach { $0.cancel() }
    }

    var isMainExecutor: Bool { true }

    func checkIsolated() {}

    /// A factory that provides the executor to the runtime.
    private struct Factory: ExecutorFactory {
        static var mainExecutor: any MainExecutor { shared }
        static var defaultExecutor: any TaskExecutor { shared }
    }
}
