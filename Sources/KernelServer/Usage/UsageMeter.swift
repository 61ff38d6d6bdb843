internal import Files
internal import Glibc
internal import JupyterProtocol
internal import Synchronization

/// Measures what this process and its descendants use of the machine.
final class UsageMeter: Sendable {
    /// The processor time at some moment.
    private struct Sample {
        /// The moment.
        let time: ContinuousClock.Instant
        /// The processor time, in clock ticks.
        let ticks: Int
    }

    /// The latest measurement.
    private let latest: Mutex<Sample>

    /// Begins to measure.
    init() {
        latest = Mutex(Sample(time: .now, ticks: 0))
    }

    /// Measures; the processor time is that since the measurement before.
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

    /// The name of the machine.
    private func hostname() -> String {
        ((try? WholeFile.readText("/proc/sys/kernel/hostname")) ?? "").filter { !$0.isNewline }
    }

    /// The part of one processor's time since the latest measurement, in percent.
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

    /// The memory of a process in bytes; what it shares counts in parts.
    private func memory(of id: Int) -> Int {
        guard let text = try? WholeFile.readText("/proc/\(id)/smaps_rollup") else { return 0 }
        return Self.bytes(of: "Pss", in: text) ?? 0
    }

    /// The memory of the machine.
    private func hostMemory(_ information: String) -> UsageReply.HostMemory {
        let total = Self.bytes(of: "MemTotal", in: information) ?? 0
        let available = Self.bytes(of: "MemAvailable", in: information) ?? 0
        let free = Self.bytes(of: "MemFree", in: information) ?? 0
        let percent = total > 0 ? Double(total - available) / Double(total) * 100 : 0
        return UsageReply.HostMemory(
            total: total, available: available, percent: percent, used: total - available,
            free: free)
    }

    /// Returns a figure in kilobytes from lines such as `MemTotal:  123 kB`, in bytes.
    private static func bytes(of name: String, in text: String) -> Int? {
        for line in text.split(separator: "\n") where line.hasPrefix("\(name):") {
            let fields = line.split(separator: " ")
            guard fields.count > 1, let kilobytes = Int(fields[1]) else { return nil }
            return kilobytes * 1024
        }
        return nil
    }
}
