/// Steps along a running mean of gradients, divided by the root of one of their squares.
///
/// - Source: Kingma and Ba 2015, arXiv:1412.6980, algorithm 1; with weight decay Loshchilov and
///   Hutter 2019, arXiv:1711.05101 (AdamW).
public struct Adam: Optimizer {
    /// α, how far one step goes.
    public var learningRate: Double

    /// β₁, how much of the mean of gradients is kept at each step, from 0 to 1.
    public var firstDecay: Double

    /// β₂, how much of the mean of squares is kept at each step, from 0 to 1.
    public var secondDecay: Double

    /// What keeps the divisor from zero.
    public var epsilon: Double

    /// How much of every parameter is taken away at each step, times the learning rate.
    public var weightDecay: Double

    /// The running means.
    private var memory = OptimizerMemory()

    /// Makes the rule; a `weightDecay` makes it AdamW.
    public init(
        learningRate: Double = 1e-3, firstDecay: Double = 0.9, secondDecay: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0
    ) {
        self.learningRate = learningRate
        self.firstDecay = firstDecay
        self.secondDecay = secondDecay
        self.epsilon = epsilon
        self.weightDecay = weightDecay
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
        try checkSetting("the first decay", firstDecay, from: 0, to: 0x1.fffffffffffffp-1)
        try checkSetting("the second decay", secondDecay, from: 0, to: 0x1.fffffffffffffp-1)
        try checkSetting("epsilon", epsilon, from: 0)
        try checkSetting("the weight decay", weightDecay, from: 0)
        try memory.begin(parameters, gradient, kinds: 2)
        let (first, second, epsilon) = (firstDecay, secondDecay, epsilon)
        let rate = learningRate / (1 - power(first, memory.steps))
        let root = (1 - power(second, memory.steps)).squareRoot()
        let kept = 1 - learningRate * weightDecay
        memory.update(&parameters, gradient) { value, g, mean, square in
            mean = first * mean + (1 - first) * g
            square = second * square + (1 - second) * g * g
            value = kept * value - rate * mean / (square.squareRoot() / root + epsilon)
        }
    }
}
