/// The point that a training run has reached, from which another run continues as if it were the same.
///
/// ```swift
/// var network = ElmanNetwork(W: 0.5, U: 1, V: 1)
/// let example = try ElmanExample(SequenceBatch([1, 0.5, -0.5]), target: 1)
/// let schedule = LearningRateSchedule.cosine(over: 30)
/// let first = try network.train(on: example, Training(steps: 10, schedule: schedule))
/// try network.train(
///     on: example, Training(steps: 20, schedule: schedule).continuing(from: first))
/// ```
///
/// It contains what schedules, rules for an early end and sources of examples depend on. A run with
/// `keepsBest` ends with its best parameters, from which the next one continues.
public struct TrainingProgress: Equatable, Sendable {
    /// The number of steps taken.
    public internal(set) var steps = 0

    /// The state of a schedule that depends on losses.
    var plateau = Plateau()

    /// The improvements of the loss.
    var losses = Improvements()

    /// The improvements of the validation loss.
    var validations = Improvements()

    /// The last losses, as many as the rule for an early end takes the mean of.
    var recent: [Double] = []

    /// The states that the next batch begins with in a training that reads on, layer by layer: h, and
    /// c if the cell has one.
    package var carried: [[Matrix<Double>]] = []

    /// Creates the progress before the first step.
    public init() {}

    /// Adds a step to the progress.
    ///
    /// - Parameters:
    ///   - loss: the loss of the step.
    ///   - validation: the validation loss, or `nil` if it was not measured.
    mutating func observe(_ loss: Double, validation: Double?, _ training: Training) {
        steps += 1
        losses.observe(loss)
        if let validation { validations.observe(validation) }
        if case .lossBelow(_, let count) = training.ending {
            recent = recent.suffix(count - 1) + [loss]
        }
        if let loss = training.isValidated ? validation : loss {
            plateau.observe(loss, training.schedule)
        }
    }
}

/// The smallest of some losses, and how long ago it was observed.
struct Improvements: Equatable, Sendable {
    /// The smallest loss.
    var best = Double.infinity

    /// The number of losses.
    var count = 0

    /// The number of losses since the smallest.
    var since = 0

    /// Takes the next loss into account.
    mutating func observe(_ loss: Double) {
        count += 1
        since += 1
        guard loss < best else { return }
        (best, since) = (loss, 0)
    }

    /// Returns whether none of the last losses is below all earlier ones.
    func areMissing(for losses: Int) -> Bool { count > losses && since >= losses }
}

extension TrainingProgress {
    /// The numbers of the progress, separated by spaces.
    package var text: String {
        let counts =
            [steps, plateau.count, losses.count, losses.since]
            + [validations.count, validations.since]
        let numbers = [plateau.best, plateau.fraction, losses.best, validations.best] + recent
        return (counts.map { "\($0)" } + numbers.map { "\($0)" }).joined(separator: " ")
    }

    /// Restores the progress from its numbers.
    ///
    /// - Throws: `RecurrentError.invalidValue` if they are not those of a progress.
    package init(text: String) throws(RecurrentError) {
        let words = text.split(separator: " ")
        let counts = words.prefix(6).compactMap { Int($0) }
        let numbers = words.dropFirst(6).compactMap { Double($0) }
        guard counts.count == 6, numbers.count >= 4, words.count == 6 + numbers.count,
            counts.allSatisfy({ $0 >= 0 })
        else {
            throw .invalidValue(
                name: "the progress of a training", value: text,
                needed: "six counts, four numbers and the last losses")
        }
        steps = counts[0]
        plateau = Plateau(best: numbers[0], count: counts[1], fraction: numbers[1])
        losses = Improvements(best: numbers[2], count: counts[2], since: counts[3])
        validations = Improvements(best: numbers[3], count: counts[4], since: counts[5])
        recent = Array(numbers.dropFirst(4))
    }
}
