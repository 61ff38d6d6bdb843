internal import Glibc
internal import Processes

/// A snapshot of the children of this process.
struct ChildList {
    /// The process IDs of the children.
    private var processes: Set<Int32>

    /// Lists the current children of this process, which has one thread.
    static func ofThisProcess() -> ChildList {
        ChildList(processes: Set(ForkedProcess.childrenOfFirstThread))
    }

    /// Adds a child to the list.
    mutating func insert(_ process: Int32) { processes.insert(process) }

    /// Kills the children that are not in the list: what a copy that has ended has left behind.
    ///
    /// The children of killed processes become children of this process, and are killed as well.
    func endOthers() {
        while true {
            let others = Self.ofThisProcess().processes.subtracting(processes)
            if others.isEmpty { return }
            for process in others { kill(process, SIGKILL) }
            for process in others { waitpid(process, nil, 0) }
        }
    }

    /// Kills all descendants of this process.
    static func endDescendants() { ChildList(processes: []).endOthers() }
}
