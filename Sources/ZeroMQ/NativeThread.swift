internal import Glibc

/// Threads of the operating system, for calls that block.
enum NativeThread {
    /// What a new thread is to do.
    private final class Task {
        /// The thread's name.
        let name: String

        /// The thread's work.
        let body: () -> Void

        /// Names some work.
        init(name: String, body: @escaping () -> Void) {
            self.name = name
            self.body = body
        }
    }

    /// Runs a body on a thread of its own, which ends with it.
    ///
    /// Signals are left to the other threads of the process.
    ///
    /// - Parameter name: what debuggers call the thread; its first 15 bytes count.
    /// - Throws: `ZeroMQError` where the system has no room for another thread.
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

    /// What a new thread begins with.
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

    /// Gives the calling thread a name; where that fails, it only has none.
    private static func takeName(_ name: String) {
        let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        defer { close(file) }
        _ = write(file, name, name.utf8.count)
    }
}
