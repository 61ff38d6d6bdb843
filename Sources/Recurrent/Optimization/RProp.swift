/// RProp: step sizes grow while the sign of the gradient stays the same and shrink when it changes,
/// independent of the gradient's magnitude.
///
/// After a change of sign a parameter is not updated for one step. A gradient of zero changes
/// nothing, and the following step has the same size as the last one.
///
/// - Source: Riedmiller and Braun 1993, in PyTorch's form, without backtracking.
public struct RProp: Optimizer {
    /// α, the initial step size of every parameter.
    public var learningRate: Double

    /// The factor of a step size while the sign stays the same, at least 1.
    public var growth: Double

    /// The factor of a step size when the sign changes, from 0 to 1.
    public var shrinkage: Double

    /// The minimum step size.
    public var smallestStep: Double

    /// The maximum step size.
    public var largestStep: Double

    /// The step sizes and the last gradients; the gradient of a parameter that was not updated
    /// counts as zero.
    private var memory = OptimizerMemory()

    /// Creates the optimizer.
    ///
    /// - Throws: `RecurrentError.invalidValue` if a setting is out of range.
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

    /// Throws if a setting is out of range.
    private func check() throws(RecurrentError) {
        try checkSetting("the learning rate", learningRate, from: 0)
        try checkSetting("the growth", growth, from: 1)
        try checkSetting("the shrinkage", shrinkage, from: 0, to: 1)
        try checkSetting("the smallest step", smallestStep, from: 0)
        try checkSetting("the largest step", largestStep, from: smallestStep)
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
    /// The optimizer with its whole state.
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

    /// Restores the optimizer.
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
