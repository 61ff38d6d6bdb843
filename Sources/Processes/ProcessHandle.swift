internal import CProcesses
internal import Glibc

/// A handle of a process that need not be a child of this one.
public struct ProcessHandle: Sendable {
    /// The process ID.
    public let identifier: Int32

    /// The pidfd, which becomes readable when the process ends.
    private let handle: Descriptor

    /// Opens a handle of a running process.
    ///
    /// - Throws: `ProcessError` if there is no process with this ID.
    public init(_ identifier: Int32) throws(ProcessError) {
        self.identifier = identifier
        let pidfd = processes_pidfd_open(identifier)
        handle = Descriptor(
            owning: try ProcessError.checkShim("watch process \(identifier)", pidfd))
    }

    /// Waits for the process to end, without blocking a thread, and reaps it if it is a child of
    /// this process.
    ///
    /// Call this only once per handle.
    public func waitForEnd(on loop: EventLoop) async {
        await loop.waitUntilReadable(handle)
        waitpid(identifier, nil, WNOHANG)
    }

    /// Sends a signal to the process; does nothing if it has ended.
    public func send(signal: Int32) { kill(identifier, signal) }
}
