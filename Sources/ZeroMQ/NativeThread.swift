internal import Glibc

/// Threads of the operating system, for blocking calls.
enum NativeThread {
    /// The work of a new thread.
    private final class Task {
        /// The thread's name.
        let name: String

        /// The thread's work.
        let body: () -> Void

        /// Creates a named task.
        init(name: String, body: @escaping () -> Void) {
            self.name = name
            self.body = body
        }
    }

    /// Runs a closure on a new thread, which ends with it.
    ///
    /// The thread blocks all signals, so that others of the process handle them.
    ///
    /// - Parameter name: the thread's name for debuggers; only its first 15 bytes are used.
    /// - Throws: `ZeroMQError` if the system cannot create a thread.
    static func start(
        named name: String, _ body: sending @escaping () -> Void
    ) throws(ZeroMQError) {
        let task = Unmanaged.passRetained(Task(name: name, body: body))
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { NativeThread.run($0) }, task.toOpaque())
        guard code == 0 else {
            task.release()
            throw ZeroMQError("start", "the thread \(name)", code: code)
        }
        pthread_detach(thread)
    }

    /// The entry point of a new thread.
    private static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let argument else { return nil }
        let task = Unmanaged<Task>.fromOpaque(argument).takeRetainedValue()
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        takeName(task.name)
        task.body()
        return nil
    }

    /// Names the calling thread; a failure is ignored.
    private static func takeName(_ name: String) {
        let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        defer { close(file) }
        _ = write(file, name, name.utf8.count)
    }
}
