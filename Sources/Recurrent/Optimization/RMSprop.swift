/// RMSprop: the step is divided by the root of a running mean of squared gradients.
///
/// - Source: Tieleman and Hinton 2012, lecture 6e, in PyTorch's form; centered Graves 2013,
///   arXiv:1308.0850.
public struct RMSprop: Optimizer {
    /// α, the learning rate.
    public var learningRate: Double

    /// The decay of the running mean, from 0 to 1.
    public var decay: Double

    /// The number that keeps the divisor from being zero.
    public var epsilon: Double

    /// The fraction of the previous velocity that is kept, from 0 to 1.
    public var momentum: Double

    /// Indicates whether the squared mean of the gradient is subtracted from the mean of squares.
    public var isCentered: Bool

    /// The multiple of every parameter that is added to its gradient.
    public var weightDecay: Double

    /// The running means and the velocities.
    private var memory = OptimizerMemory()

    /// Creates the optimizer.
    ///
    /// - Throws: `RecurrentError.invalidValue` if a setting is out of range.
    public init(
        learningRate: Double = 0.01, decay: Double = 0.99, epsilon: Double = 1e-8,
        momentum: Double = 0, centered: Bool = false, weightDecay: Double = 0
    ) throws(RecurrentError) {
        self.learningRate = learningRate
        self.decay = decay
        self.epsilon = epsilon
        self.momentum = momentum
        isCentered = centered
        self.weightDecay = weightDecay
        try check()
    }

    /// Throws if a setting is out of range.
    private func check() throws(RecurrentError) {
        try checkSetting("the learning rate", learningRate, from: 0)
        try checkSetting("the decay", decay, from: 0, to: 1)
        try checkSetting("epsilon", epsilon, from: 0)
        try checkSetting("the momentum", momentum, from: 0, to: 1)
        try checkSetting("the weight decay", weightDecay, from: 0)
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
        try memory.begin(parameters, gradient, kinds: 3)
        let (rate, decay, epsilon) = (learningRate, decay, epsilon)
        let (momentum, isCentered, weightDecay) = (momentum, isCentered, weightDecay)
        memory.update(&parameters, gradient) { value, gradient, memory in
            let g = gradient + weightDecay * value
            var square = decay * memory[0] + (1 - decay) * g * g
            memory[0] = square
            if isCentered {
                memory[1] = decay * memory[1] + (1 - decay) * g
                // Rounding can make it negative, which has no root.
                square = max(0, square - memory[1] * memory[1])
            }
            let step = g / (square.squareRoot() + epsilon)
            memory[2] = momentum * memory[2] + step
            return value - rate * memory[2]
        }
    }
}

extension RMSprop {
    /// The optimizer with its whole state.
    public var snapshot: OptimizerSnapshot? {
        OptimizerSnapshot(
            "RMSprop",
            [
                "learningRate": learningRate,
                "decay": decay,
                "epsilon": epsilon,
                "momentum": momentum,
                "centered": isCentered ? 1 : 0,
                "weightDecay": weightDecay,
            ], memory)
    }

    /// Restores the optimizer.
    init(_ snapshot: OptimizerSnapshot) throws(RecurrentError) {
        try self.init(
            learningRate: try snapshot.setting("learningRate"),
            decay: try snapshot.setting("decay"),
            epsilon: try snapshot.setting("epsilon"),
            momentum: try snapshot.setting("momentum"),
            centered: try snapshot.setting("centered") != 0,
            weightDecay: try snapshot.setting("weightDecay"))
        memory = try snapshot.kept()
    }
}
