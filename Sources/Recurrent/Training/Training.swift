/// The settings of a training run, independent of the source of examples.
///
/// ```swift
/// var network = ElmanNetwork(W: 0.5, U: 1, V: 1)
/// let example = try ElmanExample(SequenceBatch([1, 0.5, -0.5]), target: 1)
/// try network.train(on: example, Training(steps: 10, optimizer: SGD(learningRate: 0.1)))
/// ```
public struct Training: Sendable {
    /// The maximum length of a run.
    public enum Length: Hashable, Sendable {
        /// A number of steps, of one example each.
        case steps(Int)
        /// A number of passes over all examples.
        case epochs(Int)
    }

    /// The maximum length of the run.
    public var length: Length

    /// B, the number of sequences per batch, if batches are generated.
    public var batch: Int

    /// The seed of all random numbers.
    public var seed: UInt64

    /// The optimizer.
    public var optimizer: any Optimizer

    /// The names of the parameters to train, or `nil` for all.
    public var only: [String]?

    /// The clipping of gradients.
    public var clipping: Clipping

    /// The schedule of the learning rate.
    public var schedule: LearningRateSchedule

    /// The rule by which the run ends early.
    public var ending: EarlyEnd

    /// The reaction to the first number that is not finite: `.throw` throws, `.pass` ends the run
    /// and records it in the history.
    public var nonFinite: NonFinitePolicy

    /// The number of steps between two calls of `measure`; 0 for never.
    public var measureEvery: Int

    /// Indicates whether the run ends with the parameters of the smallest validation loss, rather than
    /// with those of the last step.
    public var keepsBest = false

    /// The point at which the run begins: the end of the one that it continues.
    public private(set) var start = TrainingProgress()

    /// Indicates whether a validation loss is measured.
    var isValidated = false

    /// Creates settings for a number of steps, by default with gradient descent and α = 0.01.
    public init(
        steps: Int, batch: Int = 32, seed: UInt64 = 1, optimizer: (any Optimizer)? = nil,
        only: [String]? = nil, clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0
    ) {
        self.init(
            .steps(steps), batch, seed, optimizer, only, clipping, schedule, ending, nonFinite,
            measureEvery)
    }

    /// Creates settings for a number of epochs of a finite source, by default with gradient descent
    /// and α = 0.01.
    public init(
        epochs: Int, batch: Int = 32, seed: UInt64 = 1, optimizer: (any Optimizer)? = nil,
        only: [String]? = nil, clipping: Clipping = .none,
        schedule: LearningRateSchedule = .constant, ending: EarlyEnd = .never,
        nonFinite: NonFinitePolicy = .throw, measureEvery: Int = 0
    ) {
        self.init(
            .epochs(epochs), batch, seed, optimizer, only, clipping, schedule, ending, nonFinite,
            measureEvery)
    }

    /// Creates settings.
    private init(
        _ length: Length, _ batch: Int, _ seed: UInt64, _ optimizer: (any Optimizer)?,
        _ only: [String]?, _ clipping: Clipping, _ schedule: LearningRateSchedule,
        _ ending: EarlyEnd, _ nonFinite: NonFinitePolicy, _ measureEvery: Int
    ) {
        self.length = length
        self.batch = batch
        self.seed = seed
        self.optimizer = optimizer ?? SGD.descent(rate: 0.01)
        self.only = only
        self.clipping = clipping
        self.schedule = schedule
        self.ending = ending
        self.nonFinite = nonFinite
        self.measureEvery = measureEvery
    }

    /// Returns the same settings for a run that continues where another one ended; `length` is what
    /// it adds.
    ///
    /// The optimizer has to be that of the other run: `history.optimizer`, or `optimizer` of the file.
    public func continuing(from progress: TrainingProgress) -> Training {
        var training = self
        training.start = progress
        return training
    }

    /// Returns the same settings, with the optimizer of another run, for continuing that run.
    public func continuing(from history: TrainingHistory) -> Training {
        var training = continuing(from: history.progress)
        training.optimizer = history.optimizer
        return training
    }

    /// Returns the number of steps to the end of the run, with those of runs that it continues.
    ///
    /// - Parameter epochLength: the number of steps per epoch, or `nil` for an endless source.
    /// - Throws: `RecurrentError.invalidValue` for less than one step, and for epochs of an endless
    ///   source.
    package func stepCount(epochLength: Int?) throws(RecurrentError) -> Int {
        switch length {
        case .steps(let count):
            try checkCount("the number of steps", count, from: 1)
            return start.steps + count
        case .epochs(let count):
            try checkCount("the number of epochs", count, from: 1)
            guard let epochLength else {
                throw .invalidValue(
                    name: "the length of the training", value: "\(count.of("epoch"))",
                    needed:
                        "a number of steps, as in Training(steps: 300): what it learns from has "
                        + "no end")
            }
            try checkCount("the number of examples", epochLength, from: 1)
            return start.steps + count * epochLength
        }
    }
}
