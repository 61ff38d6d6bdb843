/// How the learning rate changes while training.
public enum LearningRateSchedule: Hashable, Sendable {
    /// It stays.
    case constant
    /// It is multiplied by a factor after every so many steps.
    case steps(every: Int, factor: Double)
    /// It is multiplied by a factor at every step.
    case exponential(factor: Double)
    /// It falls along half a cosine to a fraction of itself over so many steps.
    case cosine(over: Int, downTo: Double = 0)
    /// It rises evenly from zero over so many steps, and stays.
    case warmUp(over: Int)
    /// It rises evenly over some steps, and then falls along half a cosine to a fraction of itself
    /// over some more.
    case warmUpThenCosine(over: Int, then: Int, downTo: Double = 0)

    /// Returns what the learning rate is multiplied by at a step, counted from 0.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a step under 0, a length under 1 or a factor that
    ///   is not finite.
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
        case .warmUpThenCosine(let rise, let fall, let end):
            return step < rise
                ? try Self.warmUp(over: rise).factor(at: step)
                : try Self.cosine(over: fall, downTo: end).factor(at: step - rise)
        }
    }

    /// Throws where a schedule makes no sense.
    private func check(_ length: Int, _ factor: Double) throws(RecurrentError) {
        guard length >= 1, factor >= 0, factor.isFinite else {
            throw .invalidValue(
                name: "the learning-rate schedule", value: "\(self)",
                needed: "over at least 1 step, by a finite factor of at least 0")
        }
    }
}
