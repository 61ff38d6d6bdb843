public import JupyterClient

/// The ending of a run.
public enum RunEnding: Sendable, Hashable {
    /// Every cell succeeded, or failed where that was permitted.
    case passed
    /// Reports the error of a cell.
    case failed(cell: Int)
    /// A cell, or all of them together, exceeded the time limit.
    case timedOut(cell: Int?, limit: Duration)
    /// The kernel ended in this cell or just before it.
    case died(cell: Int, KernelExit)
    /// The run was stopped from outside.
    case stopped
}
