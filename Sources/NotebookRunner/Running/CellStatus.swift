/// How far a cell has come.
public enum CellStatus: Sendable, Hashable {
    /// It has not begun.
    case pending
    /// It runs.
    case running
    /// It ran to its end.
    case passed
    /// It failed, as it was allowed to.
    case raised
    /// It failed.
    case failed
    /// It took too long.
    case timedOut
    /// The kernel ended while it ran.
    case died
    /// Somebody stopped the run while it ran.
    case stopped
    /// It was not run, because the run was over before its turn came.
    case notRun

    /// Whether the cell has ended in a way that ends the run.
    public var isFailure: Bool {
        switch self {
        case .failed, .timedOut, .died, .stopped: true
        case .pending, .running, .passed, .raised, .notRun: false
        }
    }
}
