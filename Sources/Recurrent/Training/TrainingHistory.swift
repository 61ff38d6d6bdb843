/// What happened in a training run.
public struct TrainingHistory: Sendable {
    /// How a run ended.
    public enum Outcome: Equatable, Sendable {
        /// All steps were taken.
        case completed
        /// Somebody asked it to stop.
        case stopped
        /// The rule for an early end was met.
        case converged
        /// A loss or gradient was infinite or not a number; the parameters stay as before it.
        case nonFinite(step: Int, message: String)
    }

    /// The steps that were taken; one that turned out not finite is the last.
    public internal(set) var steps: [TrainingStep] = []

    /// How the run ended.
    public internal(set) var outcome: Outcome = .completed

    /// The optimizer with what it remembers, to go on with.
    public internal(set) var optimizer: any Optimizer

    /// The losses, step by step.
    public var losses: [Double] { steps.map(\.loss) }

    /// The norms of the gradients before clipping, step by step.
    public var gradientNorms: [Double] { steps.map(\.gradientNorm) }

    /// Some measure, with the steps at which it was taken.
    public func metric(_ name: String) -> [(step: Int, value: Double)] {
        steps.compactMap { step in step.metrics[name].map { (step.step, $0) } }
    }
}
