extension Learner {
    /// Moves the parameters against the gradient, example by example.
    ///
    /// - Parameters:
    ///   - steps: how many steps to take at most.
    ///   - optimizer: the rule of a step.
    ///   - names: the parameters that learn, the others stay; nil for all.
    ///   - clipping: what is done to gradients first.
    ///   - schedule: how the learning rate changes.
    ///   - ending: when to end early.
    ///   - nonFinite: `.throw` throws at the first number that is not finite; `.pass` ends the run
    ///     there and marks it in the history.
    ///   - measureEvery: after how many steps `measure` is called; 0 for never.
    ///   - measure: measures the learner; its numbers go into the history.
    ///   - observer: called after every step.
    ///   - stop: asked before every step; true ends the run with what has been learned.
    ///   - example: makes the example of a step, counted from 1.
    /// - Throws: `RecurrentError` where an example does not fit or a number is not finite, and what
    ///   the closures throw; the parameters stay as they were before that step.
    @discardableResult
    public mutating func train(
        steps: Int, optimizer: any Optimizer, only names: [String]? = nil,
        clipping: Clipping = .none, schedule: LearningRateSchedule = .constant,
        ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false },
        example: (Int) throws -> Example
    ) throws -> TrainingHistory {
        var history = TrainingHistory(optimizer: optimizer)
        let rate = optimizer.learningRate
        try checkCount("the number of steps", steps, from: 1)
        try checkCount("the number of steps between measures", measureEvery, from: 0)
        try ending.check()
        for step in 1...steps {
            if stop() {
                history.outcome = .stopped
                break
            }
            history.optimizer.learningRate = try rate * schedule.factor(at: step - 1)
            let isMeasured = measureEvery > 0 && step % measureEvery == 0
            let taken = try takeStep(
                step, example(step), &history, names, clipping, nonFinite,
                measure: isMeasured ? measure : { _ in [:] })
            observer(taken)
            if history.outcome != .completed { break }
            if ending != .never, ending.isMet(by: history.losses) {
                history.outcome = .converged
                break
            }
        }
        history.optimizer.learningRate = rate
        return history
    }

    /// Takes one step, and writes it into the history.
    private mutating func takeStep(
        _ step: Int, _ example: Example, _ history: inout TrainingHistory, _ names: [String]?,
        _ clipping: Clipping, _ nonFinite: NonFinitePolicy,
        measure: (Self) throws -> [String: Double]
    ) throws -> TrainingStep {
        let (loss, everything) = try lossAndGradient(advancingOver: example)
        let gradient = try everything.keeping(names)
        var norms = (before: Double.nan, after: Double.nan)
        do {
            guard loss.isFinite else {
                throw RecurrentError.nonFinite(place: "the loss at step \(step)", value: "\(loss)")
            }
            let report = try clipping.clip(gradient)
            norms = (report.normBefore, report.normAfter)
            let all = parameters
            var moving = try all.keeping(names)
            try history.optimizer.update(&moving, along: report.gradient)
            try moving.checkFinite("new value")
            try load(all.replacing(moving))
        } catch let error as RecurrentError {
            guard case .nonFinite(let place, let value) = error else { throw error }
            try parameters.checkGiven()
            let origin = firstNonFinite(on: example).map { ", first in \($0.place)" } ?? ""
            let told = RecurrentError.nonFinite(place: place, value: value + origin)
            guard nonFinite == .pass else { throw told }
            norms.before = gradient.norm
            history.outcome = .nonFinite(step: step, message: told.description)
        }
        let taken = TrainingStep(
            step: step, loss: Double(loss), gradientNorm: norms.before, clippedNorm: norms.after,
            learningRate: history.optimizer.learningRate,
            metrics: history.outcome == .completed ? try measure(self) : [:])
        history.steps.append(taken)
        return taken
    }

    /// Moves the parameters against the gradient of one example, again and again.
    ///
    /// - Parameters:
    ///   - example: what every step learns from; see `train(steps:…)` for the other settings.
    /// - Throws: `RecurrentError` where the example does not fit or a number is not finite.
    @discardableResult
    public mutating func train(
        on example: Example, steps: Int, optimizer: any Optimizer, only names: [String]? = nil,
        clipping: Clipping = .none, schedule: LearningRateSchedule = .constant,
        ending: EarlyEnd = .never, nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        try train(
            steps: steps, optimizer: optimizer, only: names, clipping: clipping,
            schedule: schedule, ending: ending, nonFinite: nonFinite, measureEvery: measureEvery,
            measure: measure, observer: observer, stop: stop
        ) { _ in example }
    }
}
