/// The tasks that a process has run, as long as they exist.
///
/// Jobs of tasks are the tasks themselves: the runtime's `AsyncTask` is a `Job` and a heap object
/// with Swift's own reference counts, so a weak reference tells whether it still exists.
struct TaskRegistry {
    /// A weak reference to a task.
    final class Reference {
        /// The task as a heap object.
        private weak var object: AnyObject?

        /// Creates a reference to a task.
        init(_ object: AnyObject) { self.object = object }

        /// Indicates whether the task still exists.
        var isAlive: Bool { object != nil }

        /// Cancels the task if it still exists.
        func cancel() {
            guard let object else { return }
            // A handle of a task is the task itself, as in the runtime's own
            // `withUnsafeCurrentTask`.
            unsafeBitCast(object, to: UnsafeCurrentTask.self).cancel()
        }
    }

    /// The tasks by address.
    private var tasks: [UnsafeRawPointer: Reference] = [:]

    /// The number of tasks at which ended ones are removed.
    private var limit = 64

    // Unchecked: it is set before the first cell, while the process has one thread.
    /// Indicates whether the task of a job can be found.
    nonisolated(unsafe) static var knowsTasks = true

    /// Records the task of a job.
    mutating func note(_ job: UnownedJob) {
        guard let address = Self.task(of: job) else { return }
        if let known = tasks[address], known.isAlive { return }
        let object = Unmanaged<AnyObject>.fromOpaque(address).takeUnretainedValue()
        tasks[address] = Reference(object)
        guard tasks.count > limit else { return }
        tasks = tasks.filter { $0.value.isAlive }
        limit = max(64, 2 * tasks.count)
    }

    /// Removes and returns all tasks.
    mutating func takeAll() -> [Reference] {
        defer { tasks = [:] }
        return Array(tasks.values)
    }

    /// Returns the task of a job, or `nil` if the job is of another kind.
    static func task(of job: UnownedJob) -> UnsafeRawPointer? {
        guard knowsTasks else { return nil }
        let address = unsafeBitCast(job, to: UnsafeRawPointer.self)
        // The flags of a job follow its heap header and two words for the scheduler; the lowest
        // byte is the kind, which is 0 for a task.
        let kind = address.load(fromByteOffset: 32, as: UInt8.self)
        return kind == 0 ? address : nil
    }
}
