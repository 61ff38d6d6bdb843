/// Steps divided by the root of a running mean of squared gradients.
///
/// - Source: Tieleman and Hinton 2012, lecture 6e, in PyTorch's form.
public struct RMSprop: Optimizer {
    /// α, how far one step goes.
    public var learningRate: Double

    /// How much of the running mean is kept at each step, from 0 to 1.
    public var decay: Double

    /// What keeps the divisor from zero.
    public var epsilon: Double

    /// The running means.
    private var memory = OptimizerMemory()

    /// Makes the rule.
    public init(learningRate: Double = 0.01, decay: Double = 0.99, epsilon: Double = 1e-8) {
        self.learningRate = learningRate
        self.decay = decay
        self.epsilon = epsilon
    }

    /// Moves parameters by one step.
    ///
    /// - Throws: `RecurrentError` where the gradient does not fit, or a setting makes no sense.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public mutating func update<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, along gradient: ParameterSet<Scalar>
    ) throws(RecurrentError) {
        try checkSetting("the learning rate", learningRate, from: 0)
        try checkSetting("the decay", decay, from: 0, to: 1)
        try checkSetting("epsilon", epsilon, from: 0)
        try memory.begin(parameters, gradient, kinds: 1)
        let (rate, decay, epsilon) = (learningRate, decay, epsilon)
        memory.update(&parameters, gradient) { value, g, mean, _ in
            mean = decay * mean + (1 - decay) * g * g
            value -= rate * g / (mean.squareRoot() + epsilon)
        }
    }
}
