internal import CProcesses
internal import Glibc
internal import Synchronization

/// A thread that runs actors and waits for descriptors at the same time.
///
/// Actors whose executor is a loop read and write without blocking and without changing threads:
/// between a descriptor becoming readable and the actor's next line lies one system call. The
/// thread lives as long as the process, so that children whose parent-death signal is bound to it
/// do not die early.
public final class EventLoop: SerialExecutor, Sendable {
    /// What waits on the loop, shared with the threads that hand in work.
    private struct State {
        /// The jobs that nobody has run yet.
        var jobs: [UnownedJob] = []
        /// Whether the loop's thread will look at the jobs without being woken.
        var isAwake = false
    }

    /// The work handed in.
    private let state = Mutex(State())

    /// The continuations that wait for descriptors, by number.
    private let waiters = Mutex<[Int32: CheckedContinuation<Void, Never>]>([:])

    /// The kernel's list of descriptors to watch.
    private let watch: Descriptor

    /// A counter that wakes the thread when it is raised.
    private let wake: Descriptor

    /// Makes a loop and starts its thread.
    public init() throws(ProcessError) {
        watch = Descriptor(
            owning: try ProcessError.checkShim("make an epoll", processes_epoll_create()))
        wake = Descriptor(
            owning: try ProcessError.checkShim("make an eventfd", processes_eventfd_create()))
        try ProcessError.checkShim(
            "watch an eventfd", processes_epoll_watch(watch.number, wake.number, 1))
        try startThread()
    }

    /// Runs a job of an actor on the loop's thread, after those that were handed in before.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustWake = state.withLock { state in
            state.jobs.append(job)
            defer { state.isAwake = true }
            return !state.isAwake
        }
        if mustWake { processes_eventfd_raise(wake.number) }
    }

    /// Waits until a descriptor can be read without blocking, or is closed at the other end.
    ///
    /// At most one task may wait for a descriptor at a time.
    public func waitUntilReadable(_ descriptor: Descriptor) async {
        await withCheckedContinuation { continuation in
            let earlier = waiters.withLock { waiters in
                waiters.updateValue(continuation, forKey: descriptor.number)
            }
            precondition(earlier == nil, "two tasks wait for descriptor \(descriptor.number)")
            // What epoll cannot watch, such as a file, never blocks.
            if processes_epoll_watch(watch.number, descriptor.number, 0) < 0 {
                resume(descriptor.number)
            }
        }
    }

    // MARK: The thread

    /// Starts the thread, which holds on to the loop for as long as the process lives.
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

    /// Runs jobs and wakes tasks until the process ends.
    private func run() -> Never {
        var ready = [Int32](repeating: -1, count: 64)
        while true {
            runJobs()
            let count = processes_epoll_wait(watch.number, &ready, Int32(ready.count))
            for number in ready.prefix(Int(max(count, 0))) {
                if number == wake.number {
                    processes_eventfd_clear(number)
                } else {
                    resume(number)
                }
            }
        }
    }

    /// Runs the jobs that are there, and those that they hand in, until there are none.
    private func runJobs() {
        while true {
            let jobs = state.withLock { state in
                let jobs = state.jobs
                state.jobs = []
                // From here on, somebody who hands in a job has to wake the thread.
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
