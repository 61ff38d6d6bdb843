internal import CProcesses
internal import Files
internal import Glibc

/// The memory of the machine and of processes, in bytes.
///
/// - Source: proc(5); the kernel's documentation of control groups, version 2.
public enum SystemMemory {
    /// The memory of the machine, and the parts of it that programs can still get and that nothing
    /// uses; nil where the system does not say so.
    public static var machine: (total: Int?, available: Int?, free: Int?) {
        let lines = Self.lines(of: "/proc/meminfo")
        return (
            kilobytes(after: "MemTotal:", in: lines), kilobytes(after: "MemAvailable:", in: lines),
            kilobytes(after: "MemFree:", in: lines)
        )
    }

    /// The memory that this process may use: that of the machine, or the limit of its control
    /// group.
    public static var limit: Int {
        let machine = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
        guard let group = number(in: "/sys/fs/cgroup/memory.max"), group > 0 else { return machine }
        return min(machine, group)
    }

    /// Makes all threads share a heap.
    ///
    /// With one for each, as is usual, what one thread has freed does not serve the others. For
    /// programs whose threads allocate little at the same time.
    public static func shareHeap() { processes_share_heap() }

    /// Returns the resident memory of a process, including shared memory; a fast operation.
    public static func residentMemory(of process: Int32) -> Int {
        let words = (try? WholeFile.readText("/proc/\(process)/statm"))?.split(separator: " ") ?? []
        return words.count > 1 ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// Returns the memory of a process, of which pages that it shares with others count in parts,
    /// so that the sum over all processes is what they use together.
    public static func ownedMemory(of process: Int32) -> Int {
        kilobytes(after: "Pss:", in: lines(of: "/proc/\(process)/smaps_rollup")) ?? 0
    }

    /// Indicates whether the machine, or the control group, has less left than a sixteenth of its
    /// memory.
    public static var isShort: Bool {
        min(machine.available ?? .max, leftInGroup) < limit / 16
    }

    /// The memory that the control group has left, without what the system can free at once.
    private static var leftInGroup: Int {
        let folder = "/sys/fs/cgroup"
        guard let used = number(in: "\(folder)/memory.current"),
            let limit = number(in: "\(folder)/memory.max")
        else { return .max }
        let lines = Self.lines(of: "\(folder)/memory.stat")
        return limit - used + (number(after: "inactive_file ", in: lines) ?? 0)
    }

    /// Returns the lines of a file; none if it cannot be read.
    private static func lines(of path: String) -> [Substring] {
        (try? WholeFile.readText(path))?.split(separator: "\n") ?? []
    }

    /// Returns the number that a file contains, or `nil` if there is none.
    private static func number(in path: String) -> Int? {
        (try? WholeFile.readText(path)).flatMap { Int($0.filter(\.isNumber)) }
    }

    /// Returns the number in the line that begins with a name.
    private static func number(after name: String, in lines: [Substring]) -> Int? {
        lines.first { $0.hasPrefix(name) }.flatMap { Int($0.filter(\.isNumber)) }
    }

    /// Returns the bytes that a line such as `Pss:  123 kB` says.
    private static func kilobytes(after name: String, in lines: [Substring]) -> Int? {
        number(after: name, in: lines).map { $0 * 1024 }
    }
}
