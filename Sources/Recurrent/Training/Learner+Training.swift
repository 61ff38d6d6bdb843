extension Learner {
    /// Trains on examples from a closure.
    ///
    /// - Parameters:
    ///   - training: the settings of the run.
    ///   - epochLength: the number of examples per epoch, or `nil` for an endless source.
    ///   - measure: computes metrics of the learner, which are added to the history.
    ///   - observer: called after every step.
    ///   - stop: called before every step; the run ends if it returns true.
    ///   - example: returns the example of a step, counted from 1.
    /// - Throws: `RecurrentError` if an example does not match or a number is not finite, and the
    ///   errors of the closures; the parameters stay as they were before that step.
    @discardableResult
    public mutating func train(
        _ training: Training, epochLength: Int? = nil,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false },
        example: (Int) throws -> Example
    ) throws -> TrainingHistory {
        var history = TrainingHistory(optimizer: training.optimizer)
        let rate = training.optimizer.learningRate
        let steps = try training.stepCount(epochLength: epochLength)
        let every = training.measureEvery
        try checkCount("the number of steps between measures", every, from: 0)
        try training.ending.check()
        history.progress = training.start
        var best: (loss: Double, parameters: ParameterSet<Scalar>)?
        if training.keepsBest, training.start.validations.count > 0 {
            best = (training.start.validations.best, parameters)
        }
        for step in training.start.steps + 1...steps {
            if stop() {
                history.outcome = .stopped
                break
            }
            history.optimizer.learningRate =
                try rate * training.schedule.factor(at: step - 1)
                * history.progress.plateau.fraction(in: training.schedule)
            let isMeasured = every > 0 && step % every == 0
            let taken = try takeStep(
                step, example(step), &history, training,
                measure: isMeasured ? measure : { _ in [:] })
            observer(taken)
            if history.outcome != .completed { break }
            let validation = taken.metrics[validationName]
            if training.keepsBest, let validation, validation < best?.loss ?? .infinity {
                best = (validation, parameters)
            }
            history.progress.observe(taken.loss, validation: validation, training)
            if training.ending.isMet(by: history.progress) {
                history.outcome = .converged
                break
            }
        }
        history.optimizer.learningRate = rate
        if let best { try load(best.parameters) }
        return history
    }

    /// Performs one step, and adds it to the history.
    private mutating func takeStep(
        _ step: Int, _ example: Example, _ history: inout TrainingHistory, _ training: Training,
        measure: (Self) throws -> [String: Double]
    ) throws -> TrainingStep {
        let (loss, everything) = try lossAndGradient(advancingOver: example)
        var gradient = try everything.keeping(training.only)
        var norms = (before: Double.nan, after: Double.nan)
        do {
            guard loss.isFinite else {
                throw RecurrentError.nonFinite(place: "the loss at step \(step)", value: "\(loss)")
            }
            let clipped = try training.clipping.apply(to: &gradient)
            norms = (clipped.before, clipped.after)
            let all = parameters
            var moving = try all.keeping(training.only)
            try history.optimizer.update(&moving, along: gradient)
            try moving.checkFinite("new value")
            try load(all.replacing(moving))
        } catch let error as RecurrentError {
            guard case .nonFinite(let place, let value) = error else { throw error }
            try parameters.checkGiven()
            let origin = firstNonFinite(on: example).map { ", first in \($0.place)" } ?? ""
            let told = RecurrentError.nonFinite(place: place, value: value + origin)
            guard training.nonFinite == .pass else { throw told }
            if norms.before.isNaN { norms.before = gradient.norm }
            history.outcome = .nonFinite(step: step, message: told.description)
        }
        let taken = TrainingStep(
            step: step, loss: Double(loss), gradientNorm: norms.before, clippedNorm: norms.after,
            learningRate: history.optimizer.learningRate,
            metrics: history.outcome == .completed ? try measure(self) : [:])
        history.steps.append(taken)
        return taken
    }

    /// Trains on a single example repeatedly; an epoch is one step.
    ///
    /// - Parameters:
    ///   - example: the example of every step.
    ///   - training: the settings of the run; see `train(_:epochLength:…)` for the closures.
    /// - Throws: `RecurrentError` if the example does not match or a number is not finite.
    @discardableResult
    public mutating func train(
        on example: Example, _ training: Training,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        try train(
            training, epochLength: 1, measure: measure, observer: observer, stop: stop
        ) { _ in example }
    }

    /// Trains on a list of examples, in a different random order in every epoch.
    ///
    /// - Parameters:
    ///   - examples: the examples of an epoch.
    ///   - training: the settings of the run; see `train(_:epochLength:…)` for the closures.
    /// - Throws: `RecurrentError` if there is no example or one does not match.
    @discardableResult
    public mutating func train(
        on examples: [Example], _ training: Training,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        var deck = ShuffledDeck(examples, seed: training.seed)
        try checkCount("the number of examples", examples.count, from: 1)
        for _ in 0..<training.start.steps { _ = deck.next() }
        return try train(
            training, epochLength: examples.count, measure: measure, observer: observer, stop: stop
        ) { _ in deck.next() }
    }
}
