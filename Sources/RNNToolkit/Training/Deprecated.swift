public import Recurrent
public import SequenceTasks

// The API of the last version, which forwards to the new one.

extension Learner {
    /// The former API with separate settings.
    @available(
        *, deprecated, message: "use train(Training(steps: …, optimizer: …), showing: …) { … }"
    )
    @discardableResult
    public mutating func train(
        showing title: String, steps: Int, optimizer: any Optimizer, only names: [String]? = nil,
        clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        example: (Int) throws -> Example
    ) throws -> TrainingHistory {
        let training = Training(
            steps: steps, optimizer: optimizer, only: names, clipping: clipping,
            schedule: schedule, ending: ending, nonFinite: nonFinite, measureEvery: measureEvery)
        return try train(training, showing: title, measure: measure, example: example)
    }

    /// The former API with separate settings.
    @available(
        *, deprecated, message: "use train(on: …, Training(steps: …, optimizer: …), showing: …)"
    )
    @discardableResult
    public mutating func train(
        showing title: String, on example: Example, steps: Int, optimizer: any Optimizer,
        only names: [String]? = nil, clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] }
    ) throws -> TrainingHistory {
        let training = Training(
            steps: steps, optimizer: optimizer, only: names, clipping: clipping,
            schedule: schedule, ending: ending, nonFinite: nonFinite, measureEvery: measureEvery)
        return try train(on: example, training, showing: title, measure: measure)
    }
}

extension RecurrentModel {
    /// The former API with separate settings.
    @available(
        *, deprecated, message: "use train(on: …, Training(steps: …, optimizer: …), showing: …)"
    )
    @discardableResult
    public mutating func train(
        showing title: String, on task: some SequenceTask, steps: Int, batch size: Int = 32,
        seed: UInt64, optimizer: any Optimizer, only names: [String]? = nil,
        clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] }
    ) throws -> TrainingHistory {
        let training = Training(
            steps: steps, batch: size, seed: seed, optimizer: optimizer, only: names,
            clipping: clipping,
            schedule: schedule, ending: ending, nonFinite: nonFinite, measureEvery: measureEvery)
        return try train(on: task, training, showing: title, measure: measure)
    }
}
