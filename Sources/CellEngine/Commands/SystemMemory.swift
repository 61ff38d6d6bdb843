internal import Files
internal import Glibc
internal import Processes

/// The memory of the machine and of processes.
enum SystemMemory {
    /// The memory that this process may use, in bytes: that of the machine, or the limit of its
    /// control group.
    static var limit: Int {
        let machine = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
        guard let text = try? WholeFile.readText("/sys/fs/cgroup/memory.max"),
            let group = Int(text.filter(\.isNumber)), group > 0
        else { return machine }
        return min(machine, group)
    }

    /// Returns the resident memory of a process in bytes, including shared memory; a fast
    /// operation.
    static func residentMemory(of process: Int32) -> Int {
        let words = (try? WholeFile.readText("/proc/\(process)/statm"))?.split(separator: " ") ?? []
        return words.count > 1 ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// Returns the memory of a process that is not shared with others, in bytes.
    static func privateMemory(of process: Int32) -> Int {
        guard let text = try? WholeFile.readText("/proc/\(process)/smaps_rollup") else { return 0 }
        return text.split(separator: "\n").reduce(0) { sum, line in
            guard line.hasPrefix("Private_") else { return sum }
            return sum + (Int(line.filter(\.isNumber)) ?? 0) * 1024
        }
    }
}
