/// The settings of a training run, whatever it learns from.
///
/// ```swift
/// var network = ElmanNetwork(W: 0.5, U: 1, V: 1)
/// let example = try ElmanExample(SequenceBatch([1, 0.5, -0.5]), target: 1)
/// try network.train(on: example, Training(steps: 10, optimizer: SGD(learningRate: 0.1)))
/// ```
public struct Training: Sendable {
    /// How long a run is at most.
    public enum Length: Hashable, Sendable {
        /// So many steps, of one example each.
        case steps(Int)
        /// So many times everything there is to learn from.
        case epochs(Int)
    }

    /// How long the run is at most.
    public var length: Length

    /// B, the number of sequences of a batch, where batches are drawn.
    public var batch: Int

    /// What everything random follows from.
    public var seed: UInt64

    /// The rule of a step.
    public var optimizer: any Optimizer

    /// The parameters that learn, by name; the others stay, and nil stands for all.
    public var only: [String]?

    /// What is done to gradients first.
    public var clipping: Clipping

    /// How the learning rate changes from step to step.
    public var schedule: LearningRateSchedule

    /// When to end early.
    public var ending: EarlyEnd

    /// What happens at the first number that is not finite: `.throw` throws, `.pass` ends the run
    /// there and marks it in the history.
    public var nonFinite: NonFinitePolicy

    /// After how many steps `measure` is called; 0 for never.
    public var measureEvery: Int

    /// Makes settings for a number of steps; without an optimizer, gradient descent with α = 0.01.
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

    /// Makes settings for a number of epochs, of sources that have an end; without an optimizer,
    /// gradient descent with α = 0.01.
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

    /// Takes all settings.
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

    /// Returns the number of steps.
    ///
    /// - Parameter epochLength: how many steps an epoch has; nil for a source without end.
    /// - Throws: `RecurrentError.invalidValue` for less than one step, and for epochs of a source
    ///   that has no end.
    package func stepCount(epochLength: Int?) throws(RecurrentError) -> Int {
        switch length {
        case .steps(let count):
            try checkCount("the number of steps", count, from: 1)
            return count
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
            return count * epochLength
        }
    }
}
