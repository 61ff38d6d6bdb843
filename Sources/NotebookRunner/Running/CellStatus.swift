/// The status of a cell in a run.
public enum CellStatus: Sendable, Hashable {
    /// It has not started.
    case pending
    /// It is running.
    case running
    /// It succeeded.
    case passed
    /// It failed, which was permitted.
    case raised
    /// It failed.
    case failed
    /// It exceeded its time limit.
    case timedOut
    /// The kernel ended while it ran.
    case died
    /// The run was stopped while it ran.
    case stopped
    /// It was not run, because the run ended before its turn.
    case notRun

    /// Indicates whether the cell has ended in a way that ends the run.
    public var isFailure: Bool {
        switch self {
        case .failed, .timedOut, .died, .stopped: true
        case .pending, .running, .passed, .raised, .notRun: false
        }
    }
}
