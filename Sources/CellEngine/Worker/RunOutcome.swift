internal import CellProtocol
internal import Processes

/// How a cell's run ended.
struct RunOutcome: Sendable {
    /// What ended it.
    let ending: Ending

    /// Whether the cell ran in a process that could not be copied, so that there is no way back to
    /// the state just before it.
    let isInPlace: Bool

    /// Whether the person had asked for the end of the cell.
    let isInterrupted: Bool

    /// What can end a run.
    enum Ending: Sendable {
        /// The cell ran to its end, perhaps because it noticed an interrupt and returned what it
        /// had; so many threads are alive.
        case finished(noticedInterrupt: Bool, threads: Int)
        /// The cell failed in a way that it could describe.
        case failed(CellFailure)
        /// The process that ran the cell ended.
        case ended(ProcessExit, CrashReport?)
    }

    /// The calls in which the cell failed, the innermost first; empty, where they are not known.
    var frames: [CrashReport.Frame] {
        switch ending {
        case .failed(.uncaughtError(_, _, let frames)): frames
        case .ended(_, let crash?): crash.frames
        default: []
        }
    }
}
