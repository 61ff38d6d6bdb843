internal import CProcesses
internal import Glibc

/// A thread that waits for the end of the process that has started this one.
///
/// Who only listens to a line does not hear that its other end is gone while it is busy.
public enum ParentWatch {
    /// What is done at the end.
    private final class Action {
        /// The work.
        let work: @Sendable () -> Void
        /// Becomes readable when the parent ends.
        let handle: Descriptor

        init(_ handle: Descriptor, _ work: @escaping @Sendable () -> Void) {
            self.handle = handle
            self.work = work
        }
    }

    /// Has something done on a thread of its own when the parent has ended.
    ///
    /// - Parameter parent: the number of the parent when this process began, which tells whether it has
    ///   ended already.
    /// - Throws: `ProcessError`, where that cannot be waited for.
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
