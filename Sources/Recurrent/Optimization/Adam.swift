/// Steps along a running mean of gradients, divided by the root of one of their squares.
///
/// - Source: Kingma and Ba 2015, arXiv:1412.6980, algorithm 1; with weight decay Loshchilov and
///   Hutter 2019, arXiv:1711.05101 (AdamW); AMSGrad Reddi, Kale and Kumar 2018, arXiv:1904.09237.
public struct Adam: Optimizer {
    /// What weight decay takes a part of every parameter from.
    public enum Decay: Sendable, Hashable {
        /// The parameter itself, as in AdamW.
        case parameter
        /// The gradient, which the running means then take in, as in PyTorch's `Adam`.
        case gradient
    }

    /// α, how far one step goes.
    public var learningRate: Double

    /// β₁, how much of the mean of gradients is kept at each step, from 0 to 1.
    public var beta1: Double

    /// β₂, how much of the mean of squares is kept at each step, from 0 to 1.
    public var beta2: Double

    /// What keeps the divisor from zero.
    public var epsilon: Double

    /// How much of every parameter is taken away at each step.
    public var weightDecay: Double

    /// What weight decay works on.
    public var decay: Decay

    /// Whether the largest mean of squares so far is the divisor.
    public var isAMSGrad: Bool

    /// The running means, and the largest of squares.
    private var memory = OptimizerMemory()

    /// β₁ and β₂ to the power of the number of steps.
    private var powers = (first: 1.0, second: 1.0)

    /// Makes the rule; a `weightDecay` makes it AdamW, unless `decay` says otherwise.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a setting that makes no sense.
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

    /// Throws where a setting makes no sense.
    private func check() throws(RecurrentError) {
        try checkSetting("the learning rate", learningRate, from: 0)
        try checkSetting("beta1", beta1, from: 0, to: 0x1.fffffffffffffp-1)
        try checkSetting("beta2", beta2, from: 0, to: 0x1.fffffffffffffp-1)
        try checkSetting("epsilon", epsilon, from: 0)
        try checkSetting("the weight decay", weightDecay, from: 0)
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
        try memory.begin(parameters, gradient, kinds: isAMSGrad ? 3 : 2)
        if memory.steps == 1 { powers = (1, 1) }
        let (first, second, epsilon) = (beta1, beta2, epsilon)
        powers = (powers.first * first, powers.second * second)
        let rate = learningRate / (1 - powers.first)
        let root = (1 - powers.second).squareRoot()
        let kept = decay == .parameter ? 1 - learningRate * weightDecay : 1
        let added = decay == .gradient ? weightDecay : 0
        let isAMSGrad = isAMSGrad
        memory.update(&parameters, gradient) { value, gradient, memory in
            let g = gradient + added * value
            let mean = first * memory[0] + (1 - first) * g
            var square = second * memory[1] + (1 - second) * g * g
            memory[0] = mean
            memory[1] = square
            if isAMSGrad {
                square = max(square, memory[2])
                memory[2] = square
            }
            return kept * value - rate * mean / (square.squareRoot() / root + epsilon)
        }
    }
}

extension Adam {
    /// The rule with everything that it remembers.
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

    /// Makes the rule as it was.
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
