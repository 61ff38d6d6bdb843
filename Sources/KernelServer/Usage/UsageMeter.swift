internal import Files
internal import Glibc
internal import JupyterProtocol
internal import Processes
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
        return UsageReply(
            hostname: hostname(), processID: Int(getpid()),
            processorPercent: processorPercent(ticks: family.reduce(0) { $0 + $1.ticks }),
            memory: family.reduce(0) { $0 + SystemMemory.ownedMemory(of: Int32($1.id)) },
            processorCount: sysconf(Int32(_SC_NPROCESSORS_ONLN)),
            hostMemory: hostMemory())
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

    /// Returns the memory of the machine.
    private func hostMemory() -> UsageReply.HostMemory {
        let memory = SystemMemory.machine
        let (total, available) = (memory.total ?? 0, memory.available ?? 0)
        let percent = total > 0 ? Double(total - available) / Double(total) * 100 : 0
        return UsageReply.HostMemory(
            total: total, available: available, percent: percent, used: total - available,
            free: memory.free ?? 0)
    }
}
