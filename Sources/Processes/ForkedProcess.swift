internal import CProcesses
internal import Glibc

/// A copy of this process that was forked from it.
public struct ForkedProcess {
    /// The system's number for the process.
    public let identifier: Int32

    /// Becomes readable when the process ends.
    private let handle: Descriptor

    /// What a wait can end with.
    public enum Event: Sendable {
        /// The process has ended; the status is what `waitpid` reports.
        case ended(waitStatus: Int32)
        /// A frame has arrived on the channel, or the other end has closed it.
        case messageArrived
    }

    /// Forks this process, which must have no other threads.
    ///
    /// - Returns: the copy, to the process itself; nothing, to the copy.
    public static func fork() throws(ProcessError) -> ForkedProcess? {
        let child = try ProcessError.checkShim("fork", processes_fork())
        return child == 0 ? nil : try ForkedProcess(child)
    }

    /// Opens a handle of a process that was just forked.
    private init(_ identifier: Int32) throws(ProcessError) {
        self.identifier = identifier
        let pidfd = processes_pidfd_open(identifier)
        handle = Descriptor(owning: try ProcessError.checkShim("watch a process", pidfd))
    }

    /// Blocks until the process has ended or something has arrived on a channel.
    ///
    /// Where both have happened, the message comes first: what was said before the end may be what
    /// led to it.
    public func wait(orFor channel: Channel) -> Event {
        var requests = [
            pollfd(fd: handle.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: channel.descriptor.number, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            guard poll(&requests, 2, -1) > 0 else { continue }
            if requests[1].revents != 0 { return .messageArrived }
            if requests[0].revents != 0 {
                var status: Int32 = 0
                while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
                return .ended(waitStatus: status)
            }
        }
    }

    /// Binds the life of this process to its parent's, or no longer does.
    public static func setDiesWithParent(_ dies: Bool) {
        _ = processes_set_dies_with_parent(dies ? 1 : 0)
    }

    /// Makes this process the parent of descendants whose own parent ends.
    public static func becomeParentOfOrphans() throws(ProcessError) {
        try ProcessError.checkShim("become a subreaper", processes_become_subreaper())
    }
}
