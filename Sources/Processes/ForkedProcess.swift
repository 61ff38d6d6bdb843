internal import CProcesses
internal import Files
internal import Glibc

/// A process that was forked from this one.
public struct ForkedProcess {
    /// The process ID.
    public let identifier: Int32

    /// The pidfd, which becomes readable when the process ends, or `nil` if the system had none left.
    private let handle: Descriptor?

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
        return child == 0 ? nil : ForkedProcess(child)
    }

    /// Takes a process that has become a child of this one because its own parent has ended.
    public init(adopting identifier: Int32) { self.init(identifier) }

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
    ///
    /// The process runs already, so that a failure here must not be taken for one of the fork.
    private init(_ identifier: Int32) {
        self.identifier = identifier
        let pidfd = processes_pidfd_open(identifier)
        handle = pidfd < 0 ? nil : Descriptor(owning: pidfd)
    }

    /// The milliseconds between two looks at a process without a pidfd.
    private static let interval: Int32 = 10

    /// Blocks until the process has ended or a channel is readable.
    ///
    /// If both are the case, the message is reported first: it may explain the end of the process.
    public func wait(orFor channel: Channel) -> Event {
        var requests = [
            // The system ignores negative numbers.
            pollfd(fd: handle?.number ?? -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: channel.descriptor.number, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            // Several frames may have been received together.
            if channel.hasReceivedFrame { return .messageArrived }
            let count = poll(&requests, 2, handle == nil ? Self.interval : -1)
            if count > 0, requests[1].revents != 0 { return .messageArrived }
            if count > 0, requests[0].revents != 0 { return .ended(waitStatus: waitForEnd()) }
            var status: Int32 = 0
            errno = 0
            // A process that somebody else has reaped is not a child any more.
            if handle == nil, waitpid(identifier, &status, WNOHANG) != 0, errno != EINTR {
                return .ended(waitStatus: status)
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
