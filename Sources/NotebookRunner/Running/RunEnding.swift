public import JupyterClient

/// How a run ended.
public enum RunEnding: Sendable, Hashable {
    /// Every cell ran to its end, or failed as it was allowed to.
    case passed
    /// A cell failed.
    case failed(cell: Int)
    /// A cell, or all of them together, took too long.
    case timedOut(cell: Int?, limit: Duration)
    /// The kernel ended before the last cell did, in this cell or just before it.
    case died(cell: Int, KernelExit)
    /// Somebody stopped the run.
    case stopped
}
