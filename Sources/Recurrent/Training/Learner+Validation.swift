/// The name of the validation loss among the metrics of a step.
let validationName = "validation"

extension Learner {
    /// Returns the mean of the losses of some examples.
    ///
    /// - Throws: `RecurrentError` if there is no example or one does not match.
    public func meanLoss(of examples: [Example]) throws(RecurrentError) -> Double {
        try checkCount("the number of examples", examples.count, from: 1)
        var sum = 0.0
        for example in examples { sum += Double(try loss(of: example)) }
        return sum / Double(examples.count)
    }

    /// Trains on a list of examples, and measures the mean loss of others that it does not learn from.
    ///
    /// The metric `validation` of the history is measured every `measureEvery` steps, or once per epoch
    /// for 0. `keepsBest`, `.noValidationImprovement` and `.onPlateau` refer to it.
    ///
    /// - Parameters:
    ///   - examples: the examples of an epoch, in a different random order in every epoch.
    ///   - held: the examples for the validation.
    ///   - training: the settings of the run; see `train(_:epochLength:…)` for the closures.
    /// - Throws: `RecurrentError` if there is no example or one does not match.
    @discardableResult
    public mutating func train(
        on examples: [Example], validatedOn held: [Example], _ training: Training,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        try checkCount("the number of examples for the validation", held.count, from: 1)
        var training = training
        training.isValidated = true
        if training.measureEvery == 0 { training.measureEvery = max(1, examples.count) }
        return try train(
            on: examples, training,
            measure: { learner in
                var metrics = try measure(learner)
                metrics[validationName] = try learner.meanLoss(of: held)
                return metrics
            }, observer: observer, stop: stop)
    }
}

extension Training {
    /// Splits examples at random into those to learn from and those for the validation.
    ///
    /// - Parameters:
    ///   - examples: at least two examples.
    ///   - fraction: the fraction for the validation, of which there is at least one example.
    ///   - seed: the seed of the random order.
    /// - Throws: `RecurrentError.invalidValue` for less than two examples, and for a fraction that is
    ///   not between 0 and 1.
    public static func split<Example>(
        _ examples: [Example], holdingOut fraction: Double = 0.2, seed: UInt64
    ) throws(RecurrentError) -> (training: [Example], validation: [Example]) {
        try checkCount("the number of examples", examples.count, from: 2)
        guard fraction > 0, fraction < 1 else {
            throw .invalidValue(
                name: "the fraction for the validation", value: "\(fraction)",
                needed: "a number between 0 and 1")
        }
        var generator = Xoshiro256(seed: seed)
        let order = generator.shuffled(examples)
        let wanted = Int((fraction * Double(examples.count)).rounded())
        let count = min(max(wanted, 1), examples.count - 1)
        return (Array(order.dropFirst(count)), Array(order.prefix(count)))
    }
}
