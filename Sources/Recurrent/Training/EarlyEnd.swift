/// The rule by which a run ends early.
public enum EarlyEnd: Hashable, Sendable {
    /// The run never ends early.
    case never
    /// The run ends when the mean loss of the last `over` steps is below a value.
    case lossBelow(Double, over: Int = 1)
    /// The run ends when the loss has not improved for a number of steps.
    case noImprovement(for: Int)
    /// The run ends when the validation loss has not improved for a number of measurements.
    case noValidationImprovement(for: Int)

    /// Throws if a setting is out of range.
    func check() throws(RecurrentError) {
        switch self {
        case .never: break
        case .lossBelow(let value, let count):
            try checkSetting(
                "the loss to come under", value, from: -.greatestFiniteMagnitude)
            try checkCount("the number of steps of the mean loss", count, from: 1)
        case .noImprovement(let count):
            try checkCount("the number of steps without improvement", count, from: 1)
        case .noValidationImprovement(let count):
            try checkCount("the number of measurements without improvement", count, from: 1)
        }
    }

    /// Returns whether a training that has come so far satisfies the rule.
    func isMet(by progress: TrainingProgress) -> Bool {
        switch self {
        case .never: false
        case .lossBelow(let value, let count):
            progress.recent.count >= count
                && progress.recent.suffix(count).reduce(0, +) / Double(count) < value
        case .noImprovement(let count): progress.losses.areMissing(for: count)
        case .noValidationImprovement(let count): progress.validations.areMissing(for: count)
        }
    }
}
