internal import CProcesses
internal import Glibc

/// A process that this one may not have started itself.
public struct ProcessHandle: Sendable {
    /// The system's number for the process.
    public let identifier: Int32

    /// Becomes readable when the process ends.
    private let handle: Descriptor

    /// Refers to a running process.
    ///
    /// - Throws: `ProcessError`, where there is none of the number.
    public init(_ identifier: Int32) throws(ProcessError) {
        self.identifier = identifier
        let pidfd = processes_pidfd_open(identifier)
        handle = Descriptor(
            owning: try ProcessError.checkShim("watch process \(identifier)", pidfd))
    }

    /// Waits, without blocking a thread, until the process has ended, and takes it out of the
    /// system's table, where it is this process's to take.
    ///
    /// Call this once for each handle.
    public func waitForEnd(on loop: EventLoop) async {
        await loop.waitUntilReadable(handle)
        waitpid(identifier, nil, WNOHANG)
    }

    /// Sends the process a signal; does nothing where it has ended.
    public func send(signal: Int32) { kill(identifier, signal) }
}
