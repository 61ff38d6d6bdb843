internal import Files
internal import Glibc
internal import Processes

/// How much memory there is.
enum SystemMemory {
    /// What this process may use, in bytes: the machine's memory, or what its control group allows.
    static var limit: Int {
        let machine = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
        guard let text = try? WholeFile.readText("/sys/fs/cgroup/memory.max"),
            let group = Int(text.filter(\.isNumber)), group > 0
        else { return machine }
        return min(machine, group)
    }

    /// Returns how much memory a process uses, shared or not, in bytes; cheap to ask for.
    static func residentMemory(of process: Int32) -> Int {
        let words = (try? WholeFile.readText("/proc/\(process)/statm"))?.split(separator: " ") ?? []
        return words.count > 1 ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// Returns how much of a process's memory no other process shares, in bytes.
    static func privateMemory(of process: Int32) -> Int {
        guard let text = try? WholeFile.readText("/proc/\(process)/smaps_rollup") else { return 0 }
        return text.split(separator: "\n").reduce(0) { sum, line in
            guard line.hasPrefix("Private_") else { return sum }
            return sum + (Int(line.filter(\.isNumber)) ?? 0) * 1024
        }
    }
}
