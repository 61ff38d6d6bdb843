/// When a run may end before all its steps are taken.
public enum EarlyEnd: Hashable, Sendable {
    /// Never.
    case never
    /// When the mean loss of the last so many steps is under a value.
    case lossBelow(Double, over: Int = 1)
    /// When the loss has not come under its lowest value for so many steps.
    case noImprovement(for: Int)

    /// Throws where the rule could never be met for what it was given.
    func check() throws(RecurrentError) {
        switch self {
        case .never: break
        case .lossBelow(let value, let count):
            try checkSetting(
                "the loss to come under", value, from: -.greatestFiniteMagnitude)
            try checkCount("the number of steps of the mean loss", count, from: 1)
        case .noImprovement(let count):
            try checkCount("the number of steps without improvement", count, from: 1)
        }
    }

    /// Whether losses so far meet the rule.
    func isMet(by losses: [Double]) -> Bool {
        switch self {
        case .never: return false
        case .lossBelow(let value, let count):
            guard losses.count >= count else { return false }
            return losses.suffix(count).reduce(0, +) / Double(count) < value
        case .noImprovement(let count):
            guard losses.count > count else { return false }
            let earlier = losses.dropLast(count).min() ?? .infinity
            return !losses.suffix(count).contains { $0 < earlier }
        }
    }
}
