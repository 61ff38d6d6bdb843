/// Gradient descent: W = W - α ∂L/∂W, optionally with momentum.
///
/// Without momentum and weight decay, this is exactly the slides' rule, in the parameters' own
/// precision.
///
/// - Source: the slides "updating weights"; Polyak 1964 and Nesterov 1983 in PyTorch's form.
public struct SGD: Optimizer {
    /// α, the learning rate.
    public var learningRate: Double

    /// The fraction of the previous velocity that is kept, from 0 to 1.
    public var momentum: Double

    /// The fraction of a gradient that is not added to the velocity, from the second step on, from
    /// 0 to 1.
    public var dampening: Double

    /// Indicates whether Nesterov momentum is used.
    public var isNesterov: Bool

    /// The multiple of every parameter that is added to its gradient.
    public var weightDecay: Double

    /// The velocities.
    private var memory = OptimizerMemory()

    /// Creates the optimizer.
    ///
    /// - Throws: `RecurrentError.invalidValue` if a setting is out of range.
    public init(
        learningRate: Double, momentum: Double = 0, nesterov: Bool = false, dampening: Double = 0,
        weightDecay: Double = 0
    ) throws(RecurrentError) {
        self.learningRate = learningRate
        self.momentum = momentum
        self.dampening = dampening
        isNesterov = nesterov
        self.weightDecay = weightDecay
        try check()
    }

    /// Returns plain gradient descent with a valid learning rate.
    static func descent(rate: Double) -> SGD { SGD(unchecked: rate) }

    /// Creates plain gradient descent with a valid learning rate.
    private init(unchecked rate: Double) {
        learningRate = rate
        momentum = 0
        dampening = 0
        isNesterov = false
        weightDecay = 0
    }

    /// Throws if a setting is out of range.
    private func check() throws(RecurrentError) {
        try checkSetting("the learning rate", learningRate, from: 0)
        try checkSetting("the momentum", momentum, from: 0, to: 1)
        try checkSetting("the dampening", dampening, from: 0, to: 1)
        try checkSetting("the weight decay", weightDecay, from: 0)
        guard isNesterov, momentum == 0 || dampening > 0 else { return }
        throw .invalidValue(
            name: "Nesterov's correction", value: "asked for",
            needed: "left out where there is no momentum or some dampening")
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
        guard momentum > 0 || weightDecay > 0 else { return try descend(&parameters, gradient) }
        try memory.begin(parameters, gradient, kinds: 1)
        let (rate, momentum, isNesterov) = (learningRate, momentum, isNesterov)
        let (taken, decay) = (memory.steps == 1 ? 1 : 1 - dampening, weightDecay)
        memory.update(&parameters, gradient) { value, gradient, velocity in
            let g = gradient + decay * value
            velocity[0] = momentum * velocity[0] + taken * g
            return value - rate * (isNesterov ? g + momentum * velocity[0] : velocity[0])
        }
    }

    /// Updates parameters by plain gradient descent.
    private func descend<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, _ gradient: ParameterSet<Scalar>
    ) throws(RecurrentError) {
        try parameters.checkMatches(gradient, "an optimizer's step")
        let rate = Scalar(learningRate)
        for tensor in parameters.tensors.indices {
            gradient.tensors[tensor].elements.withUnsafeBufferPointer { gradients in
                parameters.tensors[tensor].elements.withUnsafeMutableBufferPointer { values in
                    for index in values.indices { values[index] -= rate * gradients[index] }
                }
            }
        }
    }
}

extension SGD {
    /// The optimizer with its whole state.
    public var snapshot: OptimizerSnapshot? {
        OptimizerSnapshot(
            "SGD",
            [
                "learningRate": learningRate,
                "momentum": momentum,
                "nesterov": isNesterov ? 1 : 0,
                "dampening": dampening,
                "weightDecay": weightDecay,
            ], memory)
    }

    /// Restores the optimizer.
    init(_ snapshot: OptimizerSnapshot) throws(RecurrentError) {
        try self.init(
            learningRate: try snapshot.setting("learningRate"),
            momentum: try snapshot.setting("momentum"),
            nesterov: try snapshot.setting("nesterov") != 0,
            dampening: try snapshot.setting("dampening"),
            weightDecay: try snapshot.setting("weightDecay"))
        memory = try snapshot.kept()
    }
}
