internal import Files
internal import Glibc
internal import JupyterProtocol
internal import Synchronization

/// A meter of the resources that this process and its descendants use.
final class UsageMeter: Sendable {
    /// A measurement of processor time.
    private struct Sample {
        /// The time of the measurement.
        let time: ContinuousClock.Instant
        /// The processor time in clock ticks.
        let ticks: Int
    }

    /// The latest measurement.
    private let latest: Mutex<Sample>

    /// Creates a meter, with a first measurement.
    init() {
        latest = Mutex(Sample(time: .now, ticks: 0))
    }

    /// Measures the use of resources; the processor time is that since the previous measurement.
    func read() -> UsageReply {
        let family = ProcessTable.current().family(of: Int(getpid()))
        let information = (try? WholeFile.readText("/proc/meminfo")) ?? ""
        return UsageReply(
            hostname: hostname(), processID: Int(getpid()),
            processorPercent: processorPercent(ticks: family.reduce(0) { $0 + $1.ticks }),
            memory: family.reduce(0) { $0 + memory(of: $1.id) },
            processorCount: sysconf(Int32(_SC_NPROCESSORS_ONLN)),
            hostMemory: hostMemory(information))
    }

    /// Returns the host name.
    private func hostname() -> String {
        ((try? WholeFile.readText("/proc/sys/kernel/hostname")) ?? "").filter { !$0.isNewline }
    }

    /// Returns the processor time since the latest measurement, in percent of one processor.
    private func processorPercent(ticks: Int) -> Double {
        let sample = Sample(time: .now, ticks: ticks)
        let earlier = latest.withLock { latest in
            defer { latest = sample }
            return latest
        }
        let (seconds, attoseconds) = earlier.time.duration(to: sample.time).components
        let elapsed = Double(seconds) + Double(attoseconds) * 1e-18
        let used = Double(ticks - earlier.ticks) / Double(sysconf(Int32(_SC_CLK_TCK)))
        return elapsed > 0 ? max(0, used / elapsed * 100) : 0
    }

    /// Returns the memory of a process in bytes, with a proportional share of shared memory.
    private func memory(of id: Int) -> Int {
        guard let text = try? WholeFile.readText("/proc/\(id)/smaps_rollup") else { return 0 }
        return Self.bytes(of: "Pss", in: text) ?? 0
    }

    /// Returns the memory of the machine.
    private func hostMemory(_ information: String) -> UsageReply.HostMemory {
        let total = Self.bytes(of: "MemTotal", in: information) ?? 0
        let available = Self.bytes(of: "MemAvailable", in: information) ?? 0
        let free = Self.bytes(of: "MemFree", in: information) ?? 0
        let percent = total > 0 ? Double(total - available) / Double(total) * 100 : 0
        return UsageReply.HostMemory(
            total: total, available: available, percent: percent, used: total - available,
            free: free)
    }

    /// Returns a value in bytes from lines such as `MemTotal:  123 kB`.
    private static func bytes(of name: String, in text: String) -> Int? {
        for line in text.split(separator: "\n") where line.hasPrefix("\(name):") {
            let fields = line.split(separator: " ")
            guard fields.count > 1, let kilobytes = Int(fields[1]) else { return nil }
            return kilobytes * 1024
        }
        return nil
    }
}
