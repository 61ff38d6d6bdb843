internal import CellProtocol
internal import CellSession
internal import Evaluation
internal import Processes

extension SwiftEvaluator {
    /// When the person asked for the end of a cell, and what became of it.
    enum Interruption {
        /// Nothing of the cell had run.
        case beforeTheRun
        /// The cell noticed, and returned what it had.
        case noticed
        /// The cell ended by itself a moment later.
        case afterTheRun
        /// The cell did not end by itself.
        case rolledBack
        /// The cell did not end by itself, and there was no way back to just before it.
        case ended
    }

    /// The failure of a cell whose end the person has asked for.
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

    /// Goes back to the state before a cell that failed, and throws its failure; where there was no
    /// way back to just before it, with what is gone.
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
            failure = Self.interruption(loss == nil && !isHalfMade ? .rolledBack : .ended)
        }
        if let loss {
            failure.traceback.append(loss.text)
        } else if isHalfMade {
            session.keepHalfMade(plan)
            failure.traceback.append(LossReport.halfMadeText)
        }
        throw failure
    }

    /// Finds out whether the process that held the session has ended since the last cell, and throws
    /// what is lost.
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
