internal import Glibc

/// How a process ended.
public enum ProcessExit: Sendable, Hashable, CustomStringConvertible {
    /// It ended by itself, with a code that is 0 when all went well.
    case exited(Int32)
    /// A signal ended it.
    case killed(signal: Int32)

    /// Reads what `waitpid` reports.
    public init(waitStatus status: Int32) {
        let signal = status & 0x7F
        self = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }

    /// Whether the process ended by itself, with code 0.
    public var isSuccess: Bool { self == .exited(0) }

    /// Such as `exit code 1` or `SIGSEGV`.
    public var description: String {
        switch self {
        case .exited(let code): "exit code \(code)"
        case .killed(let signal): SignalName.name(of: signal)
        }
    }
}
