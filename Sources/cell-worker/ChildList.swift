internal import Files
internal import Glibc

/// The processes that are children of this one at some moment.
struct ChildList {
    /// Their numbers.
    private let processes: Set<Int32>

    /// Looks which children this process, which has one thread, has now.
    static func ofThisProcess() -> ChildList {
        let process = getpid()
        let text = (try? WholeFile.readText("/proc/self/task/\(process)/children")) ?? ""
        return ChildList(processes: Set(text.split(separator: " ").compactMap { Int32($0) }))
    }

    /// Ends the children that have come since: what a copy that has ended left behind.
    ///
    /// The children of those that end become children of this process in turn.
    func endOthers() {
        while true {
            let others = Self.ofThisProcess().processes.subtracting(processes)
            if others.isEmpty { return }
            for process in others { kill(process, SIGKILL) }
            for process in others { waitpid(process, nil, 0) }
        }
    }

    /// Ends all the descendants of this process.
    static func endDescendants() { ChildList(processes: []).endOthers() }
}
