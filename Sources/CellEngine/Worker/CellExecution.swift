internal import CellSession

/// A cell that is being run, with those who wait for it.
struct CellExecution {
    /// The receiver of the cell's output.
    let observer: any OutputReceiver

    /// The task that waits for the cell to end.
    let continuation: CheckedContinuation<RunOutcome, Never>

    /// The value that the cell has shown.
    var result: RunOutcome.ShownResult?
}
