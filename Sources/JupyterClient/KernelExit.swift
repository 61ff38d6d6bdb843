public import JupyterProtocol
public import Processes

/// The way in which a kernel's process ended.
public struct KernelExit: Sendable, Hashable, CustomStringConvertible {
    /// The exit code or signal.
    public let status: ProcessExit

    /// The last lines of the process's output, which often explain the exit.
    public let lines: [String]

    /// The limit that the kernel's processes exceeded, for which they were killed, or `nil`.
    public let excess: String?

    /// The kernel's last note about its cells, or `nil` if it makes none.
    public let cell: CellRecord?

    /// Creates a description of an exit.
    public init(
        status: ProcessExit, lines: [String] = [], excess: String? = nil, cell: CellRecord? = nil
    ) {
        self.status = status
        self.lines = lines
        self.excess = excess
        self.cell = cell
    }

    /// A description of the exit, with the reason or, if an outside process sent the signal, a hint.
    public var description: String {
        if let excess { return "\(status), because \(excess)" }
        return status == .killed(signal: 9) ? "SIGKILL, perhaps for want of memory" : "\(status)"
    }
}
