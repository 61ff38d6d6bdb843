/// Gradient descent: W = W - α ∂L/∂W, with momentum if wanted.
///
/// Without momentum, this is the slides' rule to the bit, in the parameters' own precision.
///
/// - Source: the slides "updating weights"; Polyak 1964 and Nesterov 1983 in PyTorch's form.
public struct SGD: Optimizer {
    /// α, how far one step goes.
    public var learningRate: Double

    /// How much of the last step's velocity is kept, from 0 to 1.
    public var momentum: Double

    /// Whether the gradient is corrected by the velocity before it is used.
    public var isNesterov: Bool

    /// The velocities.
    private var memory = OptimizerMemory()

    /// Makes the rule.
    public init(learningRate: Double, momentum: Double = 0, nesterov: Bool = false) {
        self.learningRate = learningRate
        self.momentum = momentum
        isNesterov = nesterov
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
        try checkSetting("the momentum", momentum, from: 0, to: 1)
        guard momentum > 0 else { return try descend(&parameters, gradient) }
        try memory.begin(parameters, gradient, kinds: 1)
        let (rate, momentum, isNesterov) = (learningRate, momentum, isNesterov)
        memory.update(&parameters, gradient) { value, g, velocity, _ in
            velocity = momentum * velocity + g
            value -= rate * (isNesterov ? g + momentum * velocity : velocity)
        }
    }

    /// Takes a plain step.
    private func descend<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, _ gradient: ParameterSet<Scalar>
    ) throws(RecurrentError) {
        try parameters.checkMatches(gradient, "an optimizer's step")
        let rate = Scalar(learningRate)
        for tensor in parameters.tensors.indices {
            for index in parameters.tensors[tensor].elements.indices {
                parameters.tensors[tensor].elements[index] -=
                    rate * gradient.tensors[tensor].elements[index]
            }
        }
    }
}
