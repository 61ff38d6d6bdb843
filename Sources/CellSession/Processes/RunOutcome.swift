package import CellProtocol
package import Processes

/// The outcome of a cell's run.
package struct RunOutcome: Sendable {
    /// The way in which the run ended.
    package let ending: Ending

    /// Indicates whether the cell ran in a process that could not be copied, so that the state
    /// before it cannot be restored.
    package let isInPlace: Bool

    /// Indicates whether the user had interrupted the cell.
    package let isInterrupted: Bool

    /// The shown value of the cell's last expression, or nil if none was shown.
    package let result: ShownResult?

    /// Creates an outcome.
    package init(ending: Ending, isInPlace: Bool, isInterrupted: Bool, result: ShownResult?) {
        self.ending = ending
        self.isInPlace = isInPlace
        self.isInterrupted = isInterrupted
        self.result = result
    }

    /// A value that was shown.
    package struct ShownResult: Sendable {
        /// Its type as source code can write it; nil, where it cannot.
        package let type: String?

        /// Creates a value of a type.
        package init(type: String?) { self.type = type }
    }

    /// The way in which a run ended.
    package enum Ending: Sendable {
        /// The cell ran to its end, possibly because it noticed an interrupt; `threads` is the
        /// number of live threads.
        case finished(noticedInterrupt: Bool, threads: Int)
        /// The cell failed in a way that its process could report.
        case failed(CellFailure)
        /// The process that ran the cell ended.
        case ended(ProcessExit, CrashReport?)
    }

    /// The call stack of the failure, the innermost first; empty if it is not known.
    package var frames: [CrashReport.Frame] {
        switch ending {
        case .failed(.uncaughtError(_, _, let frames)): frames
        case .ended(_, let crash?): crash.frames
        default: []
        }
    }
}
