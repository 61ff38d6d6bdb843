internal import CellProtocol

/// A cell that is being run.
struct CellExecution {
    /// Who takes what the cell puts out.
    let observer: any RunObserver

    /// Who waits for the cell to end.
    let continuation: CheckedContinuation<RunOutcome, Never>

    /// The process that the cell is run in the copy of.
    let parent: Int

    /// The line of the copy; nothing, where the cell runs in place.
    var line: MessageChannel<WorkerCommand, WorkerEvent>?

    /// What the cell has said of its failure.
    var failure: CellFailure?

    /// Whether the cell runs in a process whose threads cannot be copied.
    var isInPlace = false

    /// Whether the person has asked for the end of the cell.
    var isInterrupted = false
}
