public import Plotting
public import Recurrent
public import SequenceTasks

extension Learner {
    /// Trains on one example, and shows the loss and a figure of the learner while it goes on: how a
    /// gradient vanishes, for example.
    ///
    /// - Parameters:
    ///   - example: what every step learns from.
    ///   - training: the settings of the run.
    ///   - title: the title of the run.
    ///   - figure: draws the learner as it is; called a few times a second, and at the end.
    /// - Throws: `RecurrentError` if the example does not fit or a number is not finite, and what the
    ///   closures throw.
    @discardableResult
    public mutating func train(
        on example: Example, _ training: Training, showing title: String,
        watching figure: (Self) throws -> Figure,
        measure: (Self) throws -> [String: Double] = { _ in [:] }
    ) throws -> TrainingHistory {
        let watched = WatchedFigure()
        var step = 0
        let history = try train(
            on: example, training.measuringAlways, showing: title,
            measure: { learner in
                step += 1
                try watched.update { try figure(learner) }
                let isMeasured = training.measureEvery > 0 && step % training.measureEvery == 0
                return isMeasured ? try measure(learner) : [:]
            })
        watched.show(try figure(self))
        return history
    }
}

extension RecurrentModel {
    /// Trains on batches of a task, and shows the loss and a figure of the model while it goes on.
    ///
    /// - Parameters:
    ///   - task: makes the batches.
    ///   - training: the settings of the run.
    ///   - title: the title of the run.
    ///   - figure: draws the model as it is; called a few times a second, and at the end.
    /// - Throws: `RecurrentError`, and what the closures throw.
    @discardableResult
    public mutating func train(
        on task: some SequenceTask, _ training: Training, showing title: String,
        watching figure: (Self) throws -> Figure,
        measure: (Self) throws -> [String: Double] = { _ in [:] }
    ) throws -> TrainingHistory {
        let watched = WatchedFigure()
        var step = 0
        let history = try train(
            on: task, training.measuringAlways, showing: title,
            measure: { learner in
                step += 1
                try watched.update { try figure(learner) }
                let isMeasured = training.measureEvery > 0 && step % training.measureEvery == 0
                return isMeasured ? try measure(learner) : [:]
            })
        watched.show(try figure(self))
        return history
    }
}

extension Training {
    /// The same settings, with a measure after every step.
    fileprivate var measuringAlways: Training {
        var training = self
        training.measureEvery = 1
        return training
    }
}
