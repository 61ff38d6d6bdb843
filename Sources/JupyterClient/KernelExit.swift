public import JupyterProtocol
public import Processes

/// The way in which a kernel's process ended.
public struct KernelExit: Sendable, Hashable, CustomStringConvertible {
    /// The exit code or signal.
    public let status: ProcessExit

    /// The last lines of the process's output, which often explain the exit.
    public let lines: [String]

    /// The kernel's last note about its cells, or `nil` if it makes none.
    public let cell: CellRecord?

    /// Creates a description of an exit.
    public init(status: ProcessExit, lines: [String] = [], cell: CellRecord? = nil) {
        self.status = status
        self.lines = lines
        self.cell = cell
    }

    /// A description of the exit, with a hint if an outside process sent the signal.
    public var description: String {
        status == .killed(signal: 9) ? "SIGKILL, perhaps for want of memory" : "\(status)"
    }
}
