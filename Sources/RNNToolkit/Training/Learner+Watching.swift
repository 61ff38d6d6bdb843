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
        let watch = Watch(training)
        let history = try train(
            on: example, watch.training, showing: title,
            measure: { try watch.metrics(of: $0, drawing: figure, measure: measure) })
        watch.figure.show(try figure(self))
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
        let watch = Watch(training)
        let history = try train(
            on: task, watch.training, showing: title,
            measure: { try watch.metrics(of: $0, drawing: figure, measure: measure) })
        watch.figure.show(try figure(self))
        return history
    }
}

/// A figure that follows a training, and the metrics of the training's own steps.
private final class Watch {
    /// The figure.
    let figure = WatchedFigure()

    /// The settings, with a measure after every step.
    let training: Training

    /// The number of steps between two measures of the original settings; 0 for none.
    private let every: Int

    /// The number of steps so far, with those of runs that this one continues.
    private var step: Int

    /// Creates the watch of a training.
    init(_ training: Training) {
        every = training.measureEvery
        step = training.start.steps
        var training = training
        training.measureEvery = 1
        self.training = training
    }

    /// Counts a step, draws the figure if it is time, and returns the metrics if the original settings
    /// ask for them.
    func metrics<Subject>(
        of subject: Subject, drawing draw: (Subject) throws -> Figure,
        measure: (Subject) throws -> [String: Double]
    ) throws -> [String: Double] {
        step += 1
        try figure.update { try draw(subject) }
        return every > 0 && step % every == 0 ? try measure(subject) : [:]
    }
}
