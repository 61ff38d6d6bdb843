/// Adam: the step is a running mean of gradients, divided by the root of the running mean of their
/// squares.
///
/// - Source: Kingma and Ba 2015, arXiv:1412.6980, algorithm 1; with weight decay Loshchilov and
///   Hutter 2019, arXiv:1711.05101 (AdamW); AMSGrad Reddi, Kale and Kumar 2018, arXiv:1904.09237.
public struct Adam: Optimizer {
    /// The target of weight decay.
    public enum Decay: Sendable, Hashable {
        /// The parameter itself, as in AdamW.
        case parameter
        /// The gradient, and thus the running means, as in PyTorch's `Adam`.
        case gradient
    }

    /// α, the learning rate.
    public var learningRate: Double

    /// β₁, the decay of the mean of gradients, from 0 to 1.
    public var beta1: Double

    /// β₂, the decay of the mean of squares, from 0 to 1.
    public var beta2: Double

    /// The number that keeps the divisor from being zero.
    public var epsilon: Double

    /// The weight decay per step, as a multiple of every parameter.
    public var weightDecay: Double

    /// The target of weight decay.
    public var decay: Decay

    /// Indicates whether the divisor uses the largest mean of squares so far.
    public var isAMSGrad: Bool

    /// The running means, and the largest means of squares.
    private var memory = OptimizerMemory()

    /// β₁ and β₂ to the power of the number of steps.
    private var powers = (first: 1.0, second: 1.0)

    /// Creates the optimizer; with a `weightDecay` it is AdamW by default.
    ///
    /// - Throws: `RecurrentError.invalidValue` if a setting is out of range.
    public init(
        learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0, decay: Decay = .parameter,
        amsgrad: Bool = false
    ) throws(RecurrentError) {
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        self.decay = decay
        isAMSGrad = amsgrad
        try check()
    }

    /// Throws if a setting is out of range.
    private func check() throws(RecurrentError) {
        try checkSetting("the learning rate", learningRate, from: 0)
        try checkSetting("beta1", beta1, from: 0, to: 0x1.fffffffffffffp-1)
        try checkSetting("beta2", beta2, from: 0, to: 0x1.fffffffffffffp-1)
        try checkSetting("epsilon", epsilon, from: 0)
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
        try memory.begin(parameters, gradient, kinds: isAMSGrad ? 3 : 2)
        if memory.steps == 1 { powers = (1, 1) }
        powers = (powers.first * beta1, powers.second * beta2)
        let step = (
            first: beta1, second: beta2, rate: learningRate / (1 - powers.first),
            root: (1 - powers.second).squareRoot(), epsilon: epsilon
        )
        let decay = (
            kept: decay == .parameter ? 1 - learningRate * weightDecay : 1,
            added: decay == .gradient ? weightDecay : 0
        )
        let isAMSGrad = isAMSGrad
        let kernels = Kernels<Scalar>.plain
        memory.updateTensors(&parameters, gradient) { count, values, gradients, start, kinds in
            kernels.adam(
                count, step, decay, values, along: gradients, means: start, squares: start + kinds,
                most: isAMSGrad ? start + 2 * kinds : nil)
        }
    }
}

extension Adam {
    /// The optimizer with its whole state.
    public var snapshot: OptimizerSnapshot? {
        OptimizerSnapshot(
            "Adam",
            [
                "learningRate": learningRate,
                "beta1": beta1,
                "beta2": beta2,
                "epsilon": epsilon,
                "weightDecay": weightDecay,
                "decaysGradient": decay == .gradient ? 1 : 0,
                "amsgrad": isAMSGrad ? 1 : 0,
                "power1": powers.first,
                "power2": powers.second,
            ], memory)
    }

    /// Restores the optimizer.
    init(_ snapshot: OptimizerSnapshot) throws(RecurrentError) {
        try self.init(
            learningRate: try snapshot.setting("learningRate"),
            beta1: try snapshot.setting("beta1"),
            beta2: try snapshot.setting("beta2"),
            epsilon: try snapshot.setting("epsilon"),
            weightDecay: try snapshot.setting("weightDecay"),
            decay: try snapshot.setting("decaysGradient") != 0 ? .gradient : .parameter,
            amsgrad: try snapshot.setting("amsgrad") != 0)
        memory = try snapshot.kept()
        powers = (try snapshot.setting("power1"), try snapshot.setting("power2"))
    }
}
