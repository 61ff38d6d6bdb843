/// One step of training, as an observer sees it.
public struct TrainingStep: Equatable, Sendable {
    /// The step, from 1.
    public let step: Int
    /// The loss before the parameters moved.
    public let loss: Double
    /// The norm of the gradient before clipping.
    public let gradientNorm: Double
    /// The norm of the gradient after clipping.
    public let clippedNorm: Double
    /// α at this step.
    public let learningRate: Double
    /// What was measured after this step, by name; empty where nothing was.
    public let metrics: [String: Double]
}
