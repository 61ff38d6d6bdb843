internal import Glibc

/// The way in which a process ended.
public enum ProcessExit: Sendable, Hashable, CustomStringConvertible {
    /// The process ended by itself with an exit code; 0 means success.
    case exited(Int32)
    /// The process was ended by a signal.
    case killed(signal: Int32)

    /// Decodes a status reported by `waitpid`.
    public init(waitStatus status: Int32) {
        let signal = status & 0x7F
        self = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }

    /// Indicates whether the process ended by itself with exit code 0.
    public var isSuccess: Bool { self == .exited(0) }

    /// A description such as `exit code 1` or `SIGSEGV`.
    public var description: String {
        switch self {
        case .exited(let code): "exit code \(code)"
        case .killed(let signal): SignalName.name(of: signal)
        }
    }
}
