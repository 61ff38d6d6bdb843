/// The schedule of the learning rate during training.
public enum LearningRateSchedule: Hashable, Sendable {
    /// A constant learning rate.
    case constant
    /// A multiplication by a factor at regular intervals.
    case steps(every: Int, factor: Double)
    /// A multiplication by a factor at every step.
    case exponential(factor: Double)
    /// A decrease along half a cosine to a fraction over a number of steps.
    case cosine(over: Int, downTo: Double = 0)
    /// A linear increase from zero over a number of steps, then a constant learning rate.
    case warmUp(over: Int)
    /// A linear increase over some steps, then a decrease along half a cosine to a fraction over
    /// some more.
    case warmUpThenCosine(over: Int, then: Int, downTo: Double = 0)
    /// A multiplication by a factor whenever the loss has not fallen by a ten-thousandth for more than
    /// `patience` steps, down to a fraction of the learning rate.
    ///
    /// In a validated training, the measurements of the validation loss count instead of steps.
    /// - Source: `ReduceLROnPlateau` of PyTorch.
    case onPlateau(factor: Double = 0.1, patience: Int = 10, downTo: Double = 0)

    /// Returns the factor of the learning rate at a step, counted from 0; 1 for `onPlateau`, which
    /// depends on losses.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a negative step, a length less than 1 or a
    ///   factor that is not finite.
    public func factor(at step: Int) throws(RecurrentError) -> Double {
        try checkCount("the step of a schedule", step, from: 0)
        switch self {
        case .constant:
            return 1
        case .steps(let every, let factor):
            try check(every, factor)
            return power(factor, step / every)
        case .exponential(let factor):
            try check(1, factor)
            return power(factor, step)
        case .cosine(let length, let end):
            try check(length, end)
            let progress = min(1, Double(step) / Double(length))
            return end + (1 - end) * (1 + ElementaryFunctions.cosineOfPi(times: progress)) / 2
        case .warmUp(let length):
            try check(length, 1)
            return min(1, Double(step + 1) / Double(length))
        case .onPlateau(let factor, let patience, let end):
            try check(patience + 1, factor)
            try check(1, end)
            return 1
        case .warmUpThenCosine(let rise, let fall, let end):
            return step < rise
                ? try Self.warmUp(over: rise).factor(at: step)
                : try Self.cosine(over: fall, downTo: end).factor(at: step - rise)
        }
    }

    /// Throws if a setting of a schedule is out of range.
    private func check(_ length: Int, _ factor: Double) throws(RecurrentError) {
        guard length >= 1, factor >= 0, factor.isFinite else {
            throw .invalidValue(
                name: "the learning-rate schedule", value: "\(self)",
                needed: "over at least 1 step, by a finite factor of at least 0")
        }
    }
}
