internal import CProcesses
internal import Glibc
internal import Synchronization

/// A thread that runs actors and waits for descriptors.
///
/// Actors with a loop as their executor read and write without blocking and without changing
/// threads: there is one system call between a descriptor becoming readable and the actor's
/// resumption. The thread lives as long as the process, so that children whose parent-death signal
/// is bound to the thread do not die early.
public final class EventLoop: SerialExecutor, Sendable {
    /// The state shared with the threads that enqueue jobs.
    private struct State {
        /// The jobs that have not run yet.
        var jobs: [UnownedJob] = []
        /// Indicates whether the thread will look at the jobs without being woken.
        var isAwake = false
    }

    /// The enqueued jobs.
    private let state = Mutex(State())

    /// The continuations that wait for descriptors, by number.
    private let waiters = Mutex<[Int32: CheckedContinuation<Void, Never>]>([:])

    /// The descriptors for which tasks wait and which epoll does not watch.
    private let unwatched = Mutex<[Int32]>([])

    /// The milliseconds between two looks at these.
    private static let interval: Int32 = 10

    /// The epoll descriptor.
    private let watch: Descriptor

    /// An eventfd that wakes the thread.
    private let wake: Descriptor

    /// Creates a loop and starts its thread.
    public init() throws(ProcessError) {
        watch = Descriptor(
            owning: try ProcessError.checkShim("make an epoll", processes_epoll_create()))
        wake = Descriptor(
            owning: try ProcessError.checkShim("make an eventfd", processes_eventfd_create()))
        try ProcessError.checkShim(
            "watch an eventfd", processes_epoll_watch(watch.number, wake.number, 1))
        try startThread()
    }

    /// Enqueues an actor's job to run on the loop's thread, after earlier ones.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustWake = state.withLock { state in
            state.jobs.append(job)
            defer { state.isAwake = true }
            return !state.isAwake
        }
        if mustWake { processes_eventfd_raise(wake.number) }
    }

    /// Waits until a descriptor is readable, or its other end is closed.
    ///
    /// At most one task at a time may wait for a descriptor.
    public func waitUntilReadable(_ descriptor: Descriptor) async {
        await withCheckedContinuation { continuation in
            let earlier = waiters.withLock { waiters in
                waiters.updateValue(continuation, forKey: descriptor.number)
            }
            precondition(earlier == nil, "two tasks wait for descriptor \(descriptor.number)")
            switch -processes_epoll_watch(watch.number, descriptor.number, 0) {
            case 0: break
            // The system has no memory for one more; the thread looks at it from time to time.
            case ENOMEM, ENOSPC: watchByHand(descriptor.number)
            // Descriptors that epoll cannot watch, such as those of files, never block.
            default: resume(descriptor.number)
            }
        }
    }

    /// Lets the thread look at a descriptor from time to time.
    private func watchByHand(_ number: Int32) {
        unwatched.withLock { $0.append(number) }
        processes_eventfd_raise(wake.number)
    }

    /// Resumes the tasks whose descriptors epoll does not watch, if these are ready.
    ///
    /// - Returns: the milliseconds until the next look, or -1 if there are no such descriptors.
    private func lookAtUnwatched() -> Int32 {
        let numbers = unwatched.withLock { $0 }
        guard !numbers.isEmpty else { return -1 }
        var requests = numbers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&requests, nfds_t(requests.count), 0) > 0 else { return Self.interval }
        let ready = requests.filter { $0.revents != 0 }.map(\.fd)
        unwatched.withLock { $0.removeAll(where: ready.contains) }
        ready.forEach(resume)
        return Self.interval
    }

    // MARK: The thread

    /// Starts the thread, which keeps the loop alive as long as the process.
    private func startThread() throws(ProcessError) {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(self)
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<EventLoop>.fromOpaque(argument).takeRetainedValue().run()
            }, box.toOpaque())
        guard result == 0 else {
            box.release()
            throw ProcessError("start a thread", errno: result)
        }
        pthread_detach(thread)
    }

    /// Runs jobs and resumes tasks until the process ends.
    private func run() -> Never {
        var ready = [Int32](repeating: -1, count: 64)
        while true {
            runJobs()
            let time = lookAtUnwatched()
            let count = processes_epoll_wait(watch.number, &ready, Int32(ready.count), time)
            for number in ready.prefix(Int(max(count, 0))) {
                if number == wake.number {
                    processes_eventfd_clear(number)
                } else {
                    resume(number)
                }
            }
        }
    }

    /// Runs all jobs, including those that they enqueue.
    private func runJobs() {
        while true {
            let jobs = state.withLock { state in
                let jobs = state.jobs
                state.jobs = []
                // From here on, a thread that enqueues a job has to wake the loop.
                state.isAwake = !jobs.isEmpty
                return jobs
            }
            guard !jobs.isEmpty else { return }
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
        }
    }

    /// Resumes the task that waits for a descriptor.
    private func resume(_ number: Int32) {
        waiters.withLock { $0.removeValue(forKey: number) }?.resume()
    }
}
