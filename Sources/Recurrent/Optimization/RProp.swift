/// Steps whose sizes grow while the sign of the gradient stays and shrink when it changes; how large
/// the gradient is does not matter.
///
/// - Source: Riedmiller and Braun 1993, in the form that keeps no weight back: after a change of
///   sign the step is smaller, and it is taken.
public struct RProp: Optimizer {
    /// The size of the first step of every number.
    public var learningRate: Double

    /// What a step is multiplied by while the sign stays, over 1.
    public var growth: Double

    /// What a step is multiplied by when the sign changes, from 0 to 1.
    public var shrinkage: Double

    /// The sizes of steps and the signs of the last gradients.
    private var memory = OptimizerMemory()

    /// Makes the rule.
    public init(learningRate: Double = 0.001, growth: Double = 1.2, shrinkage: Double = 0.5) {
        self.learningRate = learningRate
        self.growth = growth
        self.shrinkage = shrinkage
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
        try checkSetting("the growth", growth, from: 1)
        try checkSetting("the shrinkage", shrinkage, from: 0, to: 1)
        try memory.begin(parameters, gradient, kinds: 2)
        let (growth, shrinkage, start) = (growth, shrinkage, learningRate)
        memory.update(&parameters, gradient) { value, g, size, lastSign in
            if size == 0 { size = start }
            let sign: Double = g > 0 ? 1 : g < 0 ? -1 : 0
            size *= sign == lastSign ? growth : shrinkage
            value -= sign * size
            lastSign = sign
        }
    }
}
