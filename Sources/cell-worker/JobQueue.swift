/// Jobs in the order in which they are to run.
struct JobQueue {
    /// What to do next.
    enum Next {
        /// Run a job.
        case job(UnownedJob)
        /// Wait until a job is due, or for ever where none is.
        case wait(until: UInt64?)
    }

    /// A job that is due at a time.
    private struct Entry {
        let job: UnownedJob
        let due: UInt64
        let order: UInt64
    }

    /// The jobs that are due at once, in the order in which they came.
    private var ready: [UnownedJob] = []

    /// Where the next of them lies.
    private var first = 0

    /// The jobs that are due later, the earliest last.
    private var later: [Entry] = []

    /// How many jobs have come.
    private var count: UInt64 = 0

    /// Takes a job that is due at a time; 0 stands for at once.
    mutating func add(_ job: UnownedJob, due: UInt64) {
        guard due > 0 else { return ready.append(job) }
        count += 1
        let entry = Entry(job: job, due: due, order: count)
        let place = later.firstIndex { ($0.due, $0.order) < (entry.due, entry.order) }
        later.insert(entry, at: place ?? later.endIndex)
    }

    /// Returns the next job that is due at a time, and takes it out.
    mutating func next(at now: UInt64) -> Next {
        while let entry = later.last, entry.due <= now {
            ready.append(later.removeLast().job)
        }
        guard first < ready.count else { return .wait(until: later.last?.due) }
        defer { compact() }
        first += 1
        return .job(ready[first - 1])
    }

    /// Gives back the memory of jobs that have run.
    private mutating func compact() {
        guard first == ready.count || first > 1024 else { return }
        ready.removeFirst(first)
        first = 0
    }
}
