/// The history of a training run.
public struct TrainingHistory: Sendable {
    /// The outcome of a run.
    public enum Outcome: Equatable, Sendable {
        /// All steps were taken.
        case completed
        /// The run was stopped.
        case stopped
        /// The rule for an early end was satisfied.
        case converged
        /// A loss or gradient was infinite or NaN; the parameters stay as they were before that
        /// step.
        case nonFinite(step: Int, message: String)
    }

    /// The steps taken; one with a non-finite number is the last.
    public internal(set) var steps: [TrainingStep] = []

    /// The outcome of the run.
    public internal(set) var outcome: Outcome = .completed

    /// The optimizer with its state, for continuing the training.
    public internal(set) var optimizer: any Optimizer

    /// The point that the run has reached, from which another one continues.
    public internal(set) var progress = TrainingProgress()

    /// The losses, step by step.
    public var losses: [Double] { steps.map(\.loss) }

    /// The norms of the gradients before clipping, step by step.
    public var gradientNorms: [Double] { steps.map(\.gradientNorm) }

    /// Returns a metric, with the steps at which it was measured.
    public func metric(_ name: String) -> [(step: Int, value: Double)] {
        steps.compactMap { step in step.metrics[name].map { (step.step, $0) } }
    }
}
