internal import CellProtocol
internal import CellSession
internal import Evaluation
internal import Processes

extension SwiftEvaluator {
    /// The effect of an interrupt on a cell.
    enum Interruption {
        /// The cell had not started.
        case beforeTheRun
        /// The cell checked for the interrupt, and ended by itself with its results.
        case noticed
        /// The cell ended by itself a moment later.
        case afterTheRun
        /// The cell did not end by itself, and was rolled back.
        case rolledBack
        /// The cell did not end by itself, and the state before it could not be restored.
        case ended
    }

    /// Returns the failure of an interrupted cell.
    static func interruption(_ interruption: Interruption) -> EvaluationFailure {
        let message =
            switch interruption {
            case .beforeTheRun: "the cell had not begun to run; nothing has changed"
            case .noticed: "the cell ended early; what it made until then is kept"
            case .afterTheRun: "the cell had come to its end; what it made is kept"
            case .ended: "the cell was ended"
            case .rolledBack: "the cell was ended; everything is as it was before it"
            }
        return EvaluationFailure(
            name: FailureName.interrupted, message: message,
            traceback: [ANSI.error("\(FailureName.interrupted): ") + message])
    }

    /// Returns to the state before a failed cell, and throws its failure, with a report of what is
    /// lost if that state could not be restored.
    func rollBack(
        _ outcome: RunOutcome, _ plan: CellPlan, to failure: EvaluationFailure
    ) async throws {
        var failure = failure
        let before = session.number
        let now = await chain.generation
        let cause: LossReport.Cause =
            session.hasWarnedOfThreads ? .ranBesideThreads : .workerEnded
        let loss = session.lose(downTo: now, because: cause)
        let isHalfMade = loss == nil && outcome.isInPlace && now == before
        if outcome.isInterrupted {
            let place = outcome.frames.isEmpty ? [] : Array(failure.traceback.dropFirst())
            failure = Self.interruption(loss == nil && !isHalfMade ? .rolledBack : .ended)
            failure.traceback += place
        }
        if let loss {
            failure.traceback.append(loss.text)
        } else if isHalfMade {
            session.keepHalfMade(plan)
            failure.traceback.append(LossReport.halfMadeText)
        }
        throw failure
    }

    /// Checks whether the process that held the session has ended since the last cell; throws a
    /// report of what is lost.
    func noteLoss() async throws {
        let now = await chain.generation
        guard session.number != nil, now != session.number,
            let loss = session.lose(downTo: now, because: .workerEnded)
        else { return }
        let message = "the process that held the session has ended, and this cell was not run"
        throw EvaluationFailure(
            name: FailureName.sessionLost, message: message,
            traceback: [ANSI.error("\(FailureName.sessionLost): ") + message, loss.text])
    }
}
