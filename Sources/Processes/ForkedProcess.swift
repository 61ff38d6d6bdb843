internal import CProcesses
internal import Files
internal import Glibc

/// A process that was forked from this one.
public struct ForkedProcess {
    /// The process ID.
    public let identifier: Int32

    /// The pidfd, which becomes readable when the process ends.
    private let handle: Descriptor

    /// The result of a wait.
    public enum Event: Sendable {
        /// The process has ended; the status is the one that `waitpid` reports.
        case ended(waitStatus: Int32)
        /// A frame has arrived on the channel, or its other end is closed.
        case messageArrived
    }

    /// Forks this process, which must not have other threads.
    ///
    /// - Returns: the child, in the parent; `nil`, in the child.
    public static func fork() throws(ProcessError) -> ForkedProcess? {
        let child = try ProcessError.checkShim("fork", processes_fork())
        return child == 0 ? nil : try ForkedProcess(child)
    }

    /// Takes a process that has become a child of this one because its own parent has ended.
    public init(adopting identifier: Int32) throws(ProcessError) { try self.init(identifier) }

    /// The children of the first thread of this process, to which orphans belong as well; those of
    /// other threads are not among them.
    public static var childrenOfFirstThread: [Int32] {
        let list = (try? WholeFile.readText("/proc/self/task/\(getpid())/children")) ?? ""
        return list.split(separator: " ").compactMap { Int32($0) }
    }

    /// Blocks until the process has ended, and returns the status that `waitpid` reports.
    @discardableResult
    public func waitForEnd() -> Int32 {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// Opens the pidfd of a process that was just forked.
    private init(_ identifier: Int32) throws(ProcessError) {
        self.identifier = identifier
        let pidfd = processes_pidfd_open(identifier)
        handle = Descriptor(owning: try ProcessError.checkShim("watch a process", pidfd))
    }

    /// Blocks until the process has ended or a channel is readable.
    ///
    /// If both are the case, the message is reported first: it may explain the end of the process.
    public func wait(orFor channel: Channel) -> Event {
        var requests = [
            pollfd(fd: handle.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: channel.descriptor.number, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            guard poll(&requests, 2, -1) > 0 else { continue }
            if requests[1].revents != 0 { return .messageArrived }
            if requests[0].revents != 0 {
                return .ended(waitStatus: waitForEnd())
            }
        }
    }

    /// Sets whether this process is killed when its parent ends.
    public static func setDiesWithParent(_ dies: Bool) {
        _ = processes_set_dies_with_parent(dies ? 1 : 0)
    }

    /// Makes this process the reaper of orphaned descendants.
    public static func becomeParentOfOrphans() throws(ProcessError) {
        try ProcessError.checkShim("become a subreaper", processes_become_subreaper())
    }
}
