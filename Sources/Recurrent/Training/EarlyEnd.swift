/// When a run may end before all its steps are taken.
public enum EarlyEnd: Hashable, Sendable {
    /// Never.
    case never
    /// When the mean loss of the last so many steps is under a value.
    case lossBelow(Double, over: Int = 1)
    /// When the loss has not come under its lowest value for so many steps.
    case noImprovement(for: Int)

    /// Whether losses so far meet the rule.
    func isMet(by losses: [Double]) -> Bool {
        switch self {
        case .never: return false
        case .lossBelow(let value, let count):
            guard count >= 1, losses.count >= count else { return false }
            return losses.suffix(count).reduce(0, +) / Double(count) < value
        case .noImprovement(let count):
            guard count >= 1, losses.count > count else { return false }
            let earlier = losses.dropLast(count).min() ?? .infinity
            return !losses.suffix(count).contains { $0 < earlier }
        }
    }
}
