/// Steps divided by the root of the sum of all squared gradients so far.
///
/// - Source: Duchi, Hazan and Singer 2011.
public struct Adagrad: Optimizer {
    /// α, how far one step goes.
    public var learningRate: Double

    /// What keeps the divisor from zero.
    public var epsilon: Double

    /// The sums of squares.
    private var memory = OptimizerMemory()

    /// Makes the rule.
    public init(learningRate: Double = 0.01, epsilon: Double = 1e-10) {
        self.learningRate = learningRate
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
        try checkSetting("epsilon", epsilon, from: 0)
        try memory.begin(parameters, gradient, kinds: 1)
        let (rate, epsilon) = (learningRate, epsilon)
        memory.update(&parameters, gradient) { value, g, sum, _ in
            sum += g * g
            value -= rate * g / (sum.squareRoot() + epsilon)
        }
    }
}
