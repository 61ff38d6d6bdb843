// Deprecated names of the last version.

extension LayerPass {
    /// The former name of `jacobian(of:withRespectTo:sequence:)`.
    @available(*, deprecated, renamed: "jacobian(of:withRespectTo:sequence:)")
    public func jacobian(
        of later: Int, by earlier: Int, sequence: Int = 0
    ) throws(RecurrentError) -> StateJacobian<Scalar> {
        try jacobian(of: later, withRespectTo: earlier, sequence: sequence)
    }
}

extension ElmanPass {
    /// The former name of `jacobian(of:withRespectTo:sequence:)`.
    @available(*, deprecated, renamed: "jacobian(of:withRespectTo:sequence:)")
    public func jacobian(
        of later: Int, by earlier: Int, sequence: Int = 0
    ) throws(RecurrentError) -> Matrix<Scalar> {
        try jacobian(of: later, withRespectTo: earlier, sequence: sequence)
    }
}

extension JacobianNorms {
    /// The former name of `norm(of:withRespectTo:)`.
    @available(*, deprecated, renamed: "norm(of:withRespectTo:)")
    public func norm(of later: Int, by earlier: Int) -> Double? {
        norm(of: later, withRespectTo: earlier)
    }
}

extension Adam {
    /// The former name of `beta1`.
    @available(*, deprecated, renamed: "beta1")
    public var firstDecay: Double {
        get { beta1 }
        set { beta1 = newValue }
    }

    /// The former name of `beta2`.
    @available(*, deprecated, renamed: "beta2")
    public var secondDecay: Double {
        get { beta2 }
        set { beta2 = newValue }
    }

    /// The former API with other argument labels.
    @available(*, deprecated, renamed: "init(learningRate:beta1:beta2:epsilon:weightDecay:)")
    public init(
        learningRate: Double = 1e-3, firstDecay: Double, secondDecay: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0
    ) throws(RecurrentError) {
        try self.init(
            learningRate: learningRate, beta1: firstDecay, beta2: secondDecay, epsilon: epsilon,
            weightDecay: weightDecay)
    }
}

extension Learner {
    /// The former name of `lossAndGradient(advancingOver:)`.
    @available(*, deprecated, renamed: "lossAndGradient(advancingOver:)")
    public mutating func takeIn(
        _ example: Example
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        try lossAndGradient(advancingOver: example)
    }
}

extension RecurrentStack {
    /// The former API with another argument label.
    @available(
        *, deprecated,
        renamed: "init(_:inputs:hidden:layers:bidirectional:initialization:using:)"
    )
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int, levels: Int, bidirectional: Bool = false,
        initialization: Initialization = .pytorch, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) {
        try self.init(
            cell, inputs: inputs, hidden: hidden, layers: levels, bidirectional: bidirectional,
            initialization: initialization, using: &generator)
    }
}

extension RecurrentModel {
    /// The former API with another argument label.
    @available(
        *, deprecated,
        renamed:
            "init(_:vocabulary:embedding:hidden:outputs:layers:bidirectional:loss:initialization:seed:of:)"
    )
    public init(
        _ cell: RecurrentCell, vocabulary: Int, embedding size: Int? = nil, hidden: Int,
        outputs: Int, levels: Int, bidirectional: Bool = false, loss: Loss = .crossEntropy,
        initialization: Initialization = .pytorch, seed: UInt64, of type: Scalar.Type
    ) throws(RecurrentError) {
        try self.init(
            cell, vocabulary: vocabulary, embedding: size, hidden: hidden, outputs: outputs,
            layers: levels, bidirectional: bidirectional, loss: loss,
            initialization: initialization, seed: seed, of: type)
    }

    /// The former API with another argument label.
    @available(
        *, deprecated,
        renamed: "init(_:inputs:hidden:outputs:layers:bidirectional:loss:initialization:seed:of:)"
    )
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int, outputs: Int, levels: Int,
        bidirectional: Bool = false, loss: Loss = .meanSquaredError,
        initialization: Initialization = .pytorch, seed: UInt64, of type: Scalar.Type
    ) throws(RecurrentError) {
        try self.init(
            cell, inputs: inputs, hidden: hidden, outputs: outputs, layers: levels,
            bidirectional: bidirectional, loss: loss, initialization: initialization, seed: seed,
            of: type)
    }

    /// The outputs of every step in one list, `[T·B]`, as in the former API.
    @available(
        *, deprecated,
        message: "use predictions(for:), or predictionsAtEveryStep(for:), which answers by sequence"
    )
    public func predictions(
        for input: SequenceInput<Scalar>, atEveryStep: Bool
    ) throws(RecurrentError) -> [Int] {
        guard atEveryStep else { return try predictions(for: input) }
        let outputs = try outputs(for: input, atEveryStep: true)
        return Self.largest(of: outputs)
    }
}

extension RecurrentModel where Scalar == Double {
    /// The former API with another argument label.
    @available(
        *, deprecated,
        renamed:
            "init(_:vocabulary:embedding:hidden:outputs:layers:bidirectional:loss:initialization:seed:)"
    )
    public init(
        _ cell: RecurrentCell, vocabulary: Int, embedding size: Int? = nil, hidden: Int,
        outputs: Int, levels: Int, bidirectional: Bool = false, loss: Loss = .crossEntropy,
        initialization: Initialization = .pytorch, seed: UInt64
    ) throws(RecurrentError) {
        try self.init(
            cell, vocabulary: vocabulary, embedding: size, hidden: hidden, outputs: outputs,
            layers: levels, bidirectional: bidirectional, loss: loss,
            initialization: initialization, seed: seed)
    }

    /// The former API with another argument label.
    @available(
        *, deprecated,
        renamed: "init(_:inputs:hidden:outputs:layers:bidirectional:loss:initialization:seed:)"
    )
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int, outputs: Int, levels: Int,
        bidirectional: Bool = false, loss: Loss = .meanSquaredError,
        initialization: Initialization = .pytorch, seed: UInt64
    ) throws(RecurrentError) {
        try self.init(
            cell, inputs: inputs, hidden: hidden, outputs: outputs, layers: levels,
            bidirectional: bidirectional, loss: loss, initialization: initialization, seed: seed)
    }
}

// MARK: - One `Training` value for the settings of a run

extension Learner {
    /// The former API with separate settings.
    @available(*, deprecated, message: "use train(Training(steps: …, optimizer: …)) { … }")
    @discardableResult
    public mutating func train(
        steps: Int, optimizer: any Optimizer, only names: [String]? = nil,
        clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false },
        example: (Int) throws -> Example
    ) throws -> TrainingHistory {
        let training = Training(
            steps: steps, optimizer: optimizer, only: names, clipping: clipping,
            schedule: schedule, ending: ending, nonFinite: nonFinite, measureEvery: measureEvery)
        return try train(
            training, measure: measure, observer: observer, stop: stop, example: example)
    }

    /// The former API with separate settings.
    @available(*, deprecated, message: "use train(on: …, Training(steps: …, optimizer: …))")
    @discardableResult
    public mutating func train(
        on example: Example, steps: Int, optimizer: any Optimizer, only names: [String]? = nil,
        clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        let training = Training(
            steps: steps, optimizer: optimizer, only: names, clipping: clipping,
            schedule: schedule, ending: ending, nonFinite: nonFinite, measureEvery: measureEvery)
        return try train(
            on: example, training, measure: measure, observer: observer, stop: stop)
    }
}

extension RecurrentModel {
    /// The former API with separate settings.
    @available(*, deprecated, message: "use train(reading: …, Training(epochs: …, optimizer: …))")
    @discardableResult
    public mutating func train(
        reading batches: [Batch<Scalar>], rounds: Int = 1, truncatedAfter: Int? = nil,
        optimizer: any Optimizer, only names: [String]? = nil, clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        let training = Training(
            epochs: rounds, optimizer: optimizer, only: names, clipping: clipping,
            schedule: schedule, ending: ending, nonFinite: nonFinite, measureEvery: measureEvery)
        return try train(
            reading: batches, training, truncatedAfter: truncatedAfter, measure: measure,
            observer: observer, stop: stop)
    }
}
