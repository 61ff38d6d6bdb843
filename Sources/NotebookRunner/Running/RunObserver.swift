public import JupyterClient
public import NotebookDocument

/// An observer of a run.
public struct RunObserver: Sendable {
    /// Receives an event when it happens.
    public var didHappen: @Sendable (RunEvent) -> Void

    /// Saves the notebook so far; called occasionally during a long run.
    public var keep: @Sendable (Notebook) -> Void

    /// Creates an observer; by default it does nothing.
    public init(
        didHappen: @escaping @Sendable (RunEvent) -> Void = { _ in },
        keep: @escaping @Sendable (Notebook) -> Void = { _ in }
    ) {
        self.didHappen = didHappen
        self.keep = keep
    }
}

/// An event during a run, for observers.
public enum RunEvent: Sendable, Hashable {
    /// A cell has started.
    case began(CellReport)
    /// A cell has ended.
    case ended(CellReport)
    /// A warning, in a sentence.
    case warning(String)
}

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
