internal import CProcesses
internal import Glibc

/// A handle of a process that need not be a child of this one.
public struct ProcessHandle: Sendable {
    /// The process ID.
    public let identifier: Int32

    /// The pidfd, which becomes readable when the process ends, or `nil` if the system had none left.
    private let handle: Descriptor?

    /// Opens a handle of a running process.
    ///
    /// - Throws: `ProcessError` if there is no process with this ID.
    public init(_ identifier: Int32) throws(ProcessError) {
        self.identifier = identifier
        let pidfd = processes_pidfd_open(identifier)
        if pidfd < 0, kill(identifier, 0) < 0, errno == ESRCH {
            throw ProcessError("watch process \(identifier)", errno: ESRCH)
        }
        handle = pidfd < 0 ? nil : Descriptor(owning: pidfd)
    }

    /// The pause between two looks at a process without a pidfd.
    private static let interval: Duration = .milliseconds(10)

    /// Waits for the process to end, without blocking a thread, and reaps it if it is a child of
    /// this process.
    ///
    /// Call this only once per handle.
    public func waitForEnd(on loop: EventLoop) async {
        if let handle {
            await loop.waitUntilReadable(handle)
        } else {
            while waitpid(identifier, nil, WNOHANG) <= 0, kill(identifier, 0) == 0 {
                try? await Task.sleep(for: Self.interval)
            }
        }
        waitpid(identifier, nil, WNOHANG)
    }

    /// Sends a signal to the process; does nothing if it has ended.
    public func send(signal: Int32) { kill(identifier, signal) }
}
