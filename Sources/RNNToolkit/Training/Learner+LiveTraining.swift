public import Recurrent
public import SequenceTasks

extension Learner {
    /// Trains like `train(_:epochLength:…)`, and displays the progress.
    ///
    /// A plot of the loss and a line of progress are updated in place. Interrupting the cell ends
    /// the run and keeps the parameters and the history.
    ///
    /// - Parameters:
    ///   - training: the settings of the run.
    ///   - epochLength: the number of examples per epoch, or `nil` for an endless source.
    ///   - title: the title of the run.
    ///   - measure: computes metrics of the learner, which are added to the history.
    ///   - example: returns the example of a step, counted from 1.
    /// - Throws: `RecurrentError` if an example does not match or a number is not finite, and the
    ///   errors of the closures.
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

    /// Trains on one example, and displays the progress; see `train(_:epochLength:showing:…)`.
    ///
    /// - Throws: `RecurrentError` if the example does not match or a number is not finite.
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

    /// Trains on a list of examples, and displays the progress; see
    /// `train(_:epochLength:showing:…)`.
    ///
    /// - Throws: `RecurrentError` if there is no example or one does not match.
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

    /// Trains on a list of examples with a validation, and displays the progress; see
    /// `train(on:validatedOn:…)`.
    ///
    /// - Throws: `RecurrentError` if there is no example or one does not match.
    @discardableResult
    public mutating func train(
        on examples: [Example], validatedOn held: [Example], _ training: Training,
        showing title: String, measure: (Self) throws -> [String: Double] = { _ in [:] }
    ) throws -> TrainingHistory {
        let steps = try training.stepCount(epochLength: examples.count)
        return try LiveTraining(title: title, steps: steps).reporting { observer, stop in
            try train(
                on: examples, validatedOn: held, training, measure: measure, observer: observer,
                stop: stop)
        }
    }
}

extension RecurrentModel {
    /// Trains on random batches of a task, and displays the progress; see
    /// `train(_:epochLength:showing:…)`.
    ///
    /// - Throws: `RecurrentError`, and the errors of the closures.
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

    /// Trains on consecutive batches, and displays the progress; see
    /// `train(reading:_:truncatedAfter:…)`.
    ///
    /// - Throws: `RecurrentError` if there is no batch or one does not match, and the errors of the
    ///   closures.
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
    /// - Parameter run: performs the run, given an observer of steps and a closure that tells
    ///   whether to stop.
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
