internal import Glibc
internal import Processes

/// The processes that are children of this one at some moment.
struct ChildList {
    /// Their numbers.
    private let processes: Set<Int32>

    /// Looks which children this process, which has one thread, has now.
    static func ofThisProcess() -> ChildList {
        let process = getpid()
        let number = open("/proc/self/task/\(process)/children", O_RDONLY | O_CLOEXEC)
        guard number >= 0, let bytes = try? Descriptor(owning: number).read(upTo: 1 << 16) else {
            return ChildList(processes: [])
        }
        let numbers = bytes.split(separator: UInt8(ascii: " ")).compactMap { digits in
            Int32(String(decoding: digits, as: UTF8.self))
        }
        return ChildList(processes: Set(numbers))
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
