/// Steps whose sizes grow while the sign of the gradient stays and shrink when it changes; how large
/// the gradient is does not matter.
///
/// After a change of sign a parameter waits for one step. A gradient of zero changes nothing, and the
/// step after it is as large as the last one.
///
/// - Source: Riedmiller and Braun 1993, in PyTorch's form, which takes a step forward again only when
///   it knows the new direction.
public struct RProp: Optimizer {
    /// α, the size of the first step of every number.
    public var learningRate: Double

    /// What a step is multiplied by while the sign stays, at least 1.
    public var growth: Double

    /// What a step is multiplied by when the sign changes, from 0 to 1.
    public var shrinkage: Double

    /// The least size of a step.
    public var smallestStep: Double

    /// The largest size of a step.
    public var largestStep: Double

    /// The sizes of steps and the last gradients, of which those that a parameter waited for count as
    /// zero.
    private var memory = OptimizerMemory()

    /// Makes the rule.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a setting that makes no sense.
    public init(
        learningRate: Double = 0.001, growth: Double = 1.2, shrinkage: Double = 0.5,
        smallestStep: Double = 1e-6, largestStep: Double = 50
    ) throws(RecurrentError) {
        self.learningRate = learningRate
        self.growth = growth
        self.shrinkage = shrinkage
        self.smallestStep = smallestStep
        self.largestStep = largestStep
        try check()
    }

    /// Throws where a setting makes no sense.
    private func check() throws(RecurrentError) {
        try checkSetting("the learning rate", learningRate, from: 0)
        try checkSetting("the growth", growth, from: 1)
        try checkSetting("the shrinkage", shrinkage, from: 0, to: 1)
        try checkSetting("the smallest step", smallestStep, from: 0)
        try checkSetting("the largest step", largestStep, from: smallestStep)
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
        try memory.begin(parameters, gradient, kinds: 2)
        let (growth, shrinkage, start) = (growth, shrinkage, learningRate)
        let (smallest, largest, isFirst) = (smallestStep, largestStep, memory.steps == 1)
        memory.update(&parameters, gradient) { value, gradient, memory in
            let agreement = gradient * memory[1]
            let factor = agreement > 0 ? growth : agreement < 0 ? shrinkage : 1
            let size = min(max((isFirst ? start : memory[0]) * factor, smallest), largest)
            let g = agreement < 0 ? 0 : gradient
            memory[0] = size
            memory[1] = g
            return g > 0 ? value - size : g < 0 ? value + size : value
        }
    }
}

extension RProp {
    /// The rule with everything that it remembers.
    public var snapshot: OptimizerSnapshot? {
        OptimizerSnapshot(
            "RProp",
            [
                "learningRate": learningRate,
                "growth": growth,
                "shrinkage": shrinkage,
                "smallestStep": smallestStep,
                "largestStep": largestStep,
            ], memory)
    }

    /// Makes the rule as it was.
    init(_ snapshot: OptimizerSnapshot) throws(RecurrentError) {
        try self.init(
            learningRate: try snapshot.setting("learningRate"),
            growth: try snapshot.setting("growth"),
            shrinkage: try snapshot.setting("shrinkage"),
            smallestStep: try snapshot.setting("smallestStep"),
            largestStep: try snapshot.setting("largestStep"))
        memory = try snapshot.kept()
    }
}
