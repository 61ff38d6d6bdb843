public import Recurrent
public import SequenceTasks

extension Learner {
    /// Trains as `train(_:epochLength:…)` does, and shows it going on.
    ///
    /// A plot of the loss and a line of progress are brought up to date in place. Interrupting the
    /// cell ends the run with what has been learned: parameters and history stay.
    ///
    /// - Parameters:
    ///   - training: the settings of the run.
    ///   - epochLength: how many examples an epoch has; nil for a source without end.
    ///   - title: what the run is called.
    ///   - measure: measures the learner; its numbers go into the history.
    ///   - example: makes the example of a step, counted from 1.
    /// - Throws: `RecurrentError` where an example does not fit or a number is not finite, and what
    ///   the closures throw.
    @discardableResult
    public mutating func train(
        _ training: Training, epochLength: Int? = nil, showing title: String,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        example: (Int) throws -> Example
    ) throws -> TrainingHistory {
        let steps = try training.stepCount(epochLength: epochLength)
        let live = LiveTraining(title: title, steps: steps)
        return try live.reporting { observer, stop in
            try train(
                training, epochLength: epochLength, measure: measure, observer: observer,
                stop: stop, example: example)
        }
    }

    /// Trains on one example, and shows it going on; see `train(_:epochLength:showing:…)`.
    ///
    /// - Throws: `RecurrentError` where the example does not fit or a number is not finite.
    @discardableResult
    public mutating func train(
        on example: Example, _ training: Training, showing title: String,
        measure: (Self) throws -> [String: Double] = { _ in [:] }
    ) throws -> TrainingHistory {
        let live = LiveTraining(title: title, steps: try training.stepCount(epochLength: 1))
        return try live.reporting { observer, stop in
            try train(on: example, training, measure: measure, observer: observer, stop: stop)
        }
    }

    /// Trains on a list of examples, and shows it going on; see `train(_:epochLength:showing:…)`.
    ///
    /// - Throws: `RecurrentError` where there is no example or one does not fit.
    @discardableResult
    public mutating func train(
        on examples: [Example], _ training: Training, showing title: String,
        measure: (Self) throws -> [String: Double] = { _ in [:] }
    ) throws -> TrainingHistory {
        let steps = try training.stepCount(epochLength: examples.count)
        return try LiveTraining(title: title, steps: steps).reporting { observer, stop in
            try train(on: examples, training, measure: measure, observer: observer, stop: stop)
        }
    }
}

extension RecurrentModel {
    /// Trains on batches drawn from a task, and shows it going on; see
    /// `train(_:epochLength:showing:…)`.
    ///
    /// - Throws: `RecurrentError`, and what the closures throw.
    @discardableResult
    public mutating func train(
        on task: some SequenceTask, _ training: Training, showing title: String,
        measure: (Self) throws -> [String: Double] = { _ in [:] }
    ) throws -> TrainingHistory {
        let steps = try training.stepCount(epochLength: nil)
        return try LiveTraining(title: title, steps: steps).reporting { observer, stop in
            try train(on: task, training, measure: measure, observer: observer, stop: stop)
        }
    }

    /// Trains on consecutive batches, and shows it going on; see
    /// `train(reading:_:truncatedAfter:…)`.
    ///
    /// - Throws: `RecurrentError` where there is no batch or one does not fit, and what the closures
    ///   throw.
    @discardableResult
    public mutating func train(
        reading batches: [Batch<Scalar>], _ training: Training, truncatedAfter: Int? = nil,
        showing title: String, measure: (Self) throws -> [String: Double] = { _ in [:] }
    ) throws -> TrainingHistory {
        let steps = try training.stepCount(epochLength: batches.count)
        return try LiveTraining(title: title, steps: steps).reporting { observer, stop in
            try train(
                reading: batches, training, truncatedAfter: truncatedAfter, measure: measure,
                observer: observer, stop: stop)
        }
    }
}

extension LiveTraining {
    /// Reports every step and the end of a run.
    ///
    /// - Parameter run: runs with what looks at every step and what asks whether to stop.
    package func reporting(
        _ run: ((TrainingStep) -> Void, () -> Bool) throws -> TrainingHistory
    ) throws -> TrainingHistory {
        do {
            let history = try run(observe) { self.isInterrupted }
            finish(history.outcome)
            return history
        } catch {
            fail()
            throw error
        }
    }
}
