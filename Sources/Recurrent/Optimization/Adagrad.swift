/// Steps divided by the root of the sum of all squared gradients so far.
///
/// - Source: Duchi, Hazan and Singer 2011, in PyTorch's form.
public struct Adagrad: Optimizer {
    /// α, how far one step goes.
    public var learningRate: Double

    /// What keeps the divisor from zero.
    public var epsilon: Double

    /// How much of every parameter is added to its gradient.
    public var weightDecay: Double

    /// How fast the learning rate falls: at step t it is α / (1 + (t - 1) times this).
    public var rateDecay: Double

    /// The sums of squares.
    private var memory = OptimizerMemory()

    /// Makes the rule.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a setting that makes no sense.
    public init(
        learningRate: Double = 0.01, epsilon: Double = 1e-10, weightDecay: Double = 0,
        rateDecay: Double = 0
    ) throws(RecurrentError) {
        self.learningRate = learningRate
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        self.rateDecay = rateDecay
        try check()
    }

    /// Throws where a setting makes no sense.
    private func check() throws(RecurrentError) {
        try checkSetting("the learning rate", learningRate, from: 0)
        try checkSetting("epsilon", epsilon, from: 0)
        try checkSetting("the weight decay", weightDecay, from: 0)
        try checkSetting("the decay of the learning rate", rateDecay, from: 0)
    }

    /// Moves parameters by one step.
    ///
    /// - Throws: `RecurrentError` where the gradient does not fit, or a setting makes no sense.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public mutating func update<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, along gradient: ParameterSet<Scalar>
    ) throws(RecurrentError) {
        try check()
        try memory.begin(parameters, gradient, kinds: 1)
        let (decay, epsilon) = (weightDecay, epsilon)
        let rate = learningRate / (1 + Double(memory.steps - 1) * rateDecay)
        memory.update(&parameters, gradient) { value, gradient, sum in
            let g = gradient + decay * value
            sum[0] += g * g
            return value - rate * g / (sum[0].squareRoot() + epsilon)
        }
    }
}

extension Adagrad {
    /// The rule with everything that it remembers.
    public var snapshot: OptimizerSnapshot? {
        OptimizerSnapshot(
            "Adagrad",
            [
                "learningRate": learningRate,
                "epsilon": epsilon,
                "weightDecay": weightDecay,
                "rateDecay": rateDecay,
            ], memory)
    }

    /// Makes the rule as it was.
    init(_ snapshot: OptimizerSnapshot) throws(RecurrentError) {
        try self.init(
            learningRate: try snapshot.setting("learningRate"),
            epsilon: try snapshot.setting("epsilon"),
            weightDecay: try snapshot.setting("weightDecay"),
            rateDecay: try snapshot.setting("rateDecay"))
        memory = try snapshot.kept()
    }
}
