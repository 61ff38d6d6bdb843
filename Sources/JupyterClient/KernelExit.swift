public import Processes

/// How a kernel's process ended.
public struct KernelExit: Sendable, Hashable, CustomStringConvertible {
    /// Whether it ended by itself, and with which code or signal.
    public let status: ProcessExit

    /// The last lines that it wrote, which often say why.
    public let lines: [String]

    /// Pairs an end with the last lines.
    public init(status: ProcessExit, lines: [String] = []) {
        self.status = status
        self.lines = lines
    }

    /// The end, with a hint where nobody here sent the signal.
    public var description: String {
        status == .killed(signal: 9) ? "SIGKILL, perhaps for want of memory" : "\(status)"
    }
}
