public import Recurrent
public import SequenceTasks

extension Learner {
    /// Moves the parameters against the gradient, example by example, and shows it going on.
    ///
    /// A plot of the loss and a line of progress are brought up to date in place. Interrupting the
    /// cell ends the run with what has been learned: parameters and history stay.
    ///
    /// - Parameters:
    ///   - title: what the run is called.
    ///   - steps: how many steps to take at most; see the form without `showing:` for the rest.
    /// - Throws: `RecurrentError` where an example does not fit or a number is not finite, and what
    ///   the closures throw.
    @discardableResult
    public mutating func train(
        showing title: String, steps: Int, optimizer: any Optimizer, only names: [String]? = nil,
        clipping: Clipping = .none, schedule: LearningRateSchedule = .constant,
        ending: EarlyEnd = .never, nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        example: (Int) throws -> Example
    ) throws -> TrainingHistory {
        try train(
            reporting: LiveTraining(title: title, steps: steps), steps: steps,
            optimizer: optimizer, only: names, clipping: clipping, schedule: schedule,
            ending: ending, nonFinite: nonFinite, measureEvery: measureEvery, measure: measure,
            example: example)
    }

    /// Trains, and reports every step and the end.
    package mutating func train(
        reporting live: LiveTraining, steps: Int, optimizer: any Optimizer,
        only names: [String]? = nil, clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        example: (Int) throws -> Example
    ) throws -> TrainingHistory {
        do {
            let history = try train(
                steps: steps, optimizer: optimizer, only: names, clipping: clipping,
                schedule: schedule, ending: ending, nonFinite: nonFinite,
                measureEvery: measureEvery, measure: measure, observer: live.observe,
                stop: { live.isInterrupted }, example: example)
            live.finish(history.outcome)
            return history
        } catch {
            live.fail()
            throw error
        }
    }

    /// Moves the parameters against the gradient of one example, again and again, and shows it
    /// going on; see `train(showing:steps:…)`.
    ///
    /// - Throws: `RecurrentError` where the example does not fit or a number is not finite.
    @discardableResult
    public mutating func train(
        showing title: String, on example: Example, steps: Int, optimizer: any Optimizer,
        only names: [String]? = nil, clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw
    ) throws -> TrainingHistory {
        try train(
            showing: title, steps: steps, optimizer: optimizer, only: names, clipping: clipping,
            schedule: schedule, ending: ending, nonFinite: nonFinite
        ) { _ in example }
    }
}

extension RecurrentModel {
    /// Trains on batches drawn from a task, and shows it going on; see `train(showing:steps:…)`.
    ///
    /// - Parameters:
    ///   - title: what the run is called.
    ///   - task: where examples come from.
    ///   - size: B, the number of sequences in a batch.
    ///   - seed: what the examples follow from.
    /// - Throws: `RecurrentError`, and what the closures throw.
    @discardableResult
    public mutating func train(
        showing title: String, on task: some SequenceTask, steps: Int, batch size: Int = 32,
        seed: UInt64, optimizer: any Optimizer, clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] }
    ) throws -> TrainingHistory {
        var generator = Xoshiro256(seed: seed)
        return try train(
            showing: title, steps: steps, optimizer: optimizer, clipping: clipping,
            schedule: schedule, ending: ending, nonFinite: nonFinite, measureEvery: measureEvery,
            measure: measure
        ) { _ in try task.batch(of: size, using: &generator) }
    }
}
