internal import CellProtocol
internal import Processes

/// A cell that is being run.
struct CellExecution {
    /// Who takes what the cell puts out.
    let observer: any OutputReceiver

    /// Who waits for the cell to end.
    let continuation: CheckedContinuation<RunOutcome, Never>

    /// The process that the cell is run in the copy of.
    let parent: Int

    /// The number of the copy.
    let copy: Int

    /// How the process that ran the cell has ended, as soon as that is known.
    ///
    /// What it said before it ended comes on another line, and may come later.
    var end: (exit: ProcessExit, crash: CrashReport?)?

    /// What the cell has said of its failure.
    var failure: CellFailure?

    /// Whether the cell runs in a process whose threads cannot be copied.
    var isInPlace = false

    /// What goes off when something that is waited for takes too long.
    var alarm: Alarm?

    /// Whether the cell waits for a line that the person enters.
    var isAsking = false

    /// Whether the person has asked for the end of the cell.
    var isInterrupted = false
}
