internal import CProcesses
internal import Glibc

/// A thread that waits for the parent process to end.
///
/// A process that only reads from a channel does not notice, while it is busy, that the other end
/// is closed.
public enum ParentWatch {
    /// The action to perform when the parent ends.
    private final class Action {
        /// The work to do.
        let work: @Sendable () -> Void
        /// The pidfd of the parent, which becomes readable when it ends.
        let handle: Descriptor

        init(_ handle: Descriptor, _ work: @escaping @Sendable () -> Void) {
            self.handle = handle
            self.work = work
        }
    }

    /// Runs a closure on a separate thread when the parent process ends.
    ///
    /// - Parameter parent: the parent's process ID at the start of this process; it tells whether
    ///   the parent has already ended.
    /// - Throws: `ProcessError` if the parent cannot be watched.
    public static func begin(
        parent: Int32, atEnd work: @escaping @Sendable () -> Void
    ) throws(ProcessError) {
        let handle = processes_pidfd_open(parent)
        guard handle >= 0, getppid() == parent else {
            if getppid() != parent { work() }
            throw ProcessError("watch process \(parent)", errno: handle < 0 ? -handle : ESRCH)
        }
        let action = Unmanaged.passRetained(Action(Descriptor(owning: handle), work))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let action = Unmanaged<Action>.fromOpaque(argument).takeRetainedValue()
                action.handle.waitUntilReady(for: Int16(POLLIN))
                action.work()
                return nil
            }, action.toOpaque())
        guard result == 0 else {
            action.release()
            throw ProcessError("start a thread", errno: result)
        }
        pthread_detach(thread)
    }
}
