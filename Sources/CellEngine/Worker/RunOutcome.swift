internal import CellProtocol
internal import Processes

/// The outcome of a cell's run.
struct RunOutcome: Sendable {
    /// The way in which the run ended.
    let ending: Ending

    /// Indicates whether the cell ran in a process that could not be copied, so that the state
    /// before it cannot be restored.
    let isInPlace: Bool

    /// Indicates whether the user had interrupted the cell.
    let isInterrupted: Bool

    /// What was shown as the value that the cell ended in; nil, where nothing was.
    var result: ShownResult?

    /// A value that was shown.
    struct ShownResult: Sendable {
        /// Its type as source code can write it; nil, where it cannot.
        let type: String?
    }

    /// The way in which a run ended.
    enum Ending: Sendable {
        /// The cell ran to its end, possibly because it noticed an interrupt; `threads` is the
        /// number of live threads.
        case finished(noticedInterrupt: Bool, threads: Int)
        /// The cell failed in a way that its process could report.
        case failed(CellFailure)
        /// The process that ran the cell ended.
        case ended(ProcessExit, CrashReport?)
    }

    /// The call stack of the failure, the innermost first; empty if it is not known.
    var frames: [CrashReport.Frame] {
        switch ending {
        case .failed(.uncaughtError(_, _, let frames)): frames
        case .ended(_, let crash?): crash.frames
        default: []
        }
    }
}
