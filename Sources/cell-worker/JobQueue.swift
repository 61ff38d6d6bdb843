/// A queue of jobs in the order in which they will run.
struct JobQueue {
    /// The next action.
    enum Next {
        /// Run a job.
        case job(UnownedJob)
        /// Wait until a job is due, or forever if there is none.
        case wait(until: UInt64?)
    }

    /// A delayed job.
    private struct Entry {
        let job: UnownedJob
        let due: UInt64
        let order: UInt64
    }

    /// The jobs that are due at once, in order of arrival.
    private var ready: [UnownedJob] = []

    /// The index of the next of them.
    private var first = 0

    /// The delayed jobs, the earliest last.
    private var later: [Entry] = []

    /// The number of delayed jobs so far, which orders those of equal time.
    private var count: UInt64 = 0

    /// Adds a job that is due at a time; 0 means at once.
    mutating func add(_ job: UnownedJob, due: UInt64) {
        guard due > 0 else { return ready.append(job) }
        count += 1
        let entry = Entry(job: job, due: due, order: count)
        let place = later.firstIndex { ($0.due, $0.order) < (entry.due, entry.order) }
        later.insert(entry, at: place ?? later.endIndex)
    }

    /// Removes and returns the next job that is due, or tells until when to wait.
    mutating func next(at now: UInt64) -> Next {
        while let entry = later.last, entry.due <= now {
            ready.append(later.removeLast().job)
        }
        guard first < ready.count else { return .wait(until: later.last?.due) }
        defer { compact() }
        first += 1
        return .job(ready[first - 1])
    }

    /// Frees the memory of jobs that have run.
    private mutating func compact() {
        guard first == ready.count || first > 1024 else { return }
        ready.removeFirst(first)
        first = 0
    }
}
