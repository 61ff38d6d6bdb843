internal import CellProtocol
internal import Processes

/// A cell that is being run.
struct CellExecution {
    /// The receiver of the cell's output.
    let observer: any OutputReceiver

    /// The task that waits for the cell to end.
    let continuation: CheckedContinuation<RunOutcome, Never>

    /// The number of the process that is copied to run the cell.
    let parent: Int

    /// The number of the copy.
    let copy: Int

    /// The exit of the process that ran the cell, once it is known.
    ///
    /// The last messages of the process come on another channel, and may arrive later.
    var end: (exit: ProcessExit, crash: CrashReport?)?

    /// The failure that the cell's process has reported.
    var failure: CellFailure?

    /// What the cell has shown as its value.
    var result: RunOutcome.ShownResult?

    /// Indicates whether the cell runs in a process whose threads cannot be copied.
    var isInPlace = false

    /// The timer of the current wait.
    var alarm: Alarm?

    /// Indicates whether the cell waits for input.
    var isAsking = false

    /// Indicates whether the user has interrupted the cell.
    var isInterrupted = false
}
