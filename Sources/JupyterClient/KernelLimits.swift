internal import Processes

/// The limits of a kernel's processes, so that one kernel does not get in the way of others.
public struct KernelLimits: Sendable, Hashable {
    /// The maximum address space of each process in bytes, or `nil` for no limit.
    public var addressSpace: Int?

    /// The maximum processor time of each process in seconds, or `nil` for no limit.
    public var processorTime: Int?

    /// The maximum number of processes at the same time, or `nil` for no limit.
    public var processCount: Int?

    /// The maximum memory of all processes together in bytes, or `nil` for no limit.
    public var memory: Int?

    /// The numbers of the processors on which the processes may run; with none, on those of this
    /// process.
    public var processors: [Int] = []

    /// Creates no limits.
    public init() {}

    /// Indicates whether the processes have to be watched, because the system itself has no such
    /// limit.
    var needWatching: Bool { processCount != nil || memory != nil }

    /// Returns what exceeds a limit, or `nil` if nothing does.
    func excess(of processes: [Int32]) -> String? {
        if let processCount, processes.count > processCount {
            return "it had \(processes.count) processes, and \(processCount) are allowed"
        }
        guard let memory else { return nil }
        // What processes share is counted several times here, but quickly.
        guard processes.reduce(0, { $0 + SystemMemory.residentMemory(of: $1) }) > memory else {
            return nil
        }
        let used = processes.reduce(0) { $0 + SystemMemory.ownedMemory(of: $1) }
        guard used > memory else { return nil }
        return "it used \(used / 1_000_000) MB of memory, and \(memory / 1_000_000) MB are allowed"
    }
}
