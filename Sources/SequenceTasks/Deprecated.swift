public import Recurrent

// The API of the last version, which forwards to the new one.

extension RecurrentModel {
    /// The API of the last version, with separate settings.
    @available(*, deprecated, message: "use train(on: …, Training(steps: …, optimizer: …))")
    @discardableResult
    public mutating func train(
        on task: some SequenceTask, steps: Int, batch size: Int = 32, seed: UInt64,
        optimizer: any Optimizer, only names: [String]? = nil, clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        let training = Training(
            steps: steps, batch: size, seed: seed, optimizer: optimizer, only: names,
            clipping: clipping,
            schedule: schedule, ending: ending, nonFinite: nonFinite, measureEvery: measureEvery)
        return try train(on: task, training, measure: measure, observer: observer, stop: stop)
    }
}
