/// The tasks that a process has run, as long as they live.
///
/// Jobs of tasks are the tasks themselves: the runtime's `AsyncTask` is a `Job` and a heap object
/// with Swift's own reference counts, so that a weak reference tells whether it still lives.
struct TaskRegistry {
    /// A task that may have ended.
    final class Reference {
        /// The task, as the heap object that it is.
        private weak var object: AnyObject?

        /// Refers to a task.
        init(_ object: AnyObject) { self.object = object }

        /// Whether the task still lives.
        var isAlive: Bool { object != nil }

        /// Cancels the task, where it still lives.
        func cancel() {
            guard let object else { return }
            // A handle of a task is the task, as the runtime's own `withUnsafeCurrentTask` makes it.
            unsafeBitCast(object, to: UnsafeCurrentTask.self).cancel()
        }
    }

    /// The tasks seen, by address.
    private var tasks: [UnsafeRawPointer: Reference] = [:]

    /// How many tasks there may be before those that have ended are forgotten.
    private var limit = 64

    /// Notes the task that a job belongs to.
    mutating func note(_ job: UnownedJob) {
        guard let address = Self.task(of: job) else { return }
        if let known = tasks[address], known.isAlive { return }
        let object = Unmanaged<AnyObject>.fromOpaque(address).takeUnretainedValue()
        tasks[address] = Reference(object)
        guard tasks.count > limit else { return }
        tasks = tasks.filter { $0.value.isAlive }
        limit = max(64, 2 * tasks.count)
    }

    /// Returns the tasks seen so far, and forgets them.
    mutating func takeAll() -> [Reference] {
        defer { tasks = [:] }
        return Array(tasks.values)
    }

    /// Returns the task that a job is; nothing, where the job is of another kind.
    private static func task(of job: UnownedJob) -> UnsafeRawPointer? {
        let address = unsafeBitCast(job, to: UnsafeRawPointer.self)
        // The flags of a job lie after its heap header and its two words for the scheduler; the
        // lowest byte is the kind, and 0 stands for a task.
        let kind = address.load(fromByteOffset: 32, as: UInt8.self)
        return kind == 0 ? address : nil
    }
}
