/// One step of training, as passed to an observer.
public struct TrainingStep: Equatable, Sendable {
    /// The step, counted from 1.
    public let step: Int
    /// The loss before the update.
    public let loss: Double
    /// The norm of the gradient before clipping.
    public let gradientNorm: Double
    /// The norm of the gradient after clipping.
    public let clippedNorm: Double
    /// α at this step.
    public let learningRate: Double
    /// The metrics after this step, by name; empty if nothing was measured.
    public let metrics: [String: Double]
}
