/// Adagrad: the step is divided by the root of the sum of all squared gradients so far.
///
/// - Source: Duchi, Hazan and Singer 2011, in PyTorch's form.
public struct Adagrad: Optimizer {
    /// α, the learning rate.
    public var learningRate: Double

    /// The number that keeps the divisor from being zero.
    public var epsilon: Double

    /// The multiple of every parameter that is added to its gradient.
    public var weightDecay: Double

    /// The decay of the learning rate: at step t it is α / (1 + (t - 1) · `rateDecay`).
    public var rateDecay: Double

    /// The sums of squares.
    private var memory = OptimizerMemory()

    /// Creates the optimizer.
    ///
    /// - Throws: `RecurrentError.invalidValue` if a setting is out of range.
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

    /// Throws if a setting is out of range.
    private func check() throws(RecurrentError) {
        try checkSetting("the learning rate", learningRate, from: 0)
        try checkSetting("epsilon", epsilon, from: 0)
        try checkSetting("the weight decay", weightDecay, from: 0)
        try checkSetting("the decay of the learning rate", rateDecay, from: 0)
    }

    /// Updates parameters by one step.
    ///
    /// - Throws: `RecurrentError` if the gradient does not match, or a setting is out of range.
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
    /// The optimizer with its whole state.
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

    /// Restores the optimizer.
    init(_ snapshot: OptimizerSnapshot) throws(RecurrentError) {
        try self.init(
            learningRate: try snapshot.setting("learningRate"),
            epsilon: try snapshot.setting("epsilon"),
            weightDecay: try snapshot.setting("weightDecay"),
            rateDecay: try snapshot.setting("rateDecay"))
        memory = try snapshot.kept()
    }
}
