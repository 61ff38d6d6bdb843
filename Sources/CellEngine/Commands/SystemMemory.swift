internal import Files
internal import Glibc
internal import Processes

/// The memory of the machine and of processes.
enum SystemMemory {
    /// The memory that this process may use, in bytes: that of the machine, or the limit of its
    /// control group.
    static var limit: Int {
        let machine = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
        guard let group = number(in: "/sys/fs/cgroup/memory.max"), group > 0 else { return machine }
        return min(machine, group)
    }

    /// Returns the resident memory of a process in bytes, including shared memory; a fast
    /// operation.
    static func residentMemory(of process: Int32) -> Int {
        let words = (try? WholeFile.readText("/proc/\(process)/statm"))?.split(separator: " ") ?? []
        return words.count > 1 ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// Returns the memory of a process in bytes, of which pages that it shares with others count in
    /// parts, so that the sum over all processes is what they use together.
    static func ownedMemory(of process: Int32) -> Int {
        (number(after: "Pss:", in: "/proc/\(process)/smaps_rollup") ?? 0) * 1024
    }

    /// Indicates whether the machine, or the control group, has less left than a sixteenth of its
    /// memory.
    static var isShort: Bool {
        let machine = number(after: "MemAvailable:", in: "/proc/meminfo").map { $0 * 1024 } ?? .max
        return min(machine, leftInGroup) < limit / 16
    }

    /// The memory that the control group has left, without what the system can free at once.
    private static var leftInGroup: Int {
        let folder = "/sys/fs/cgroup"
        guard let used = number(in: "\(folder)/memory.current"),
            let limit = number(in: "\(folder)/memory.max")
        else { return .max }
        return limit - used + (number(after: "inactive_file ", in: "\(folder)/memory.stat") ?? 0)
    }

    /// Returns the number that a file contains, or `nil` if there is none.
    private static func number(in path: String) -> Int? {
        (try? WholeFile.readText(path)).flatMap { Int($0.filter(\.isNumber)) }
    }

    /// Returns the number in the line of a file that begins with a name.
    private static func number(after name: String, in path: String) -> Int? {
        let lines = (try? WholeFile.readText(path))?.split(separator: "\n") ?? []
        return lines.first { $0.hasPrefix(name) }.flatMap { Int($0.filter(\.isNumber)) }
    }
}
