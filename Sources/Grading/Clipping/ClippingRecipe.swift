internal import Recurrent

/// A rule of clipping with a choice at every point where people go wrong.
package struct ClippingRecipe: Recipe {
    /// The forms that stand in place of the norm.
    enum Measure { case right, squared, mean, sum, largest, signed, divided }
    /// The conditions under which the gradient is scaled.
    enum Condition { case right, always, never, inverted }
    /// The factors that the gradient is multiplied by.
    enum Factor { case right, withoutLimit, withoutNorm, upsideDown, squared }
    /// Which numbers are held.
    enum Sides { case right, upper, lower, both }
    /// The form that stands in place of a number that is too large.
    enum Held { case right, zero, one, signless, doubled }
    /// Which rule is followed.
    enum Rule { case right, other, slide }

    /// Which rule is followed.
    var rule = Rule.right
    /// The form of the norm.
    var measure = Measure.right
    /// The condition under which the gradient is scaled.
    var condition = Condition.right
    /// The factor of the gradient.
    var factor = Factor.right
    /// Which numbers are held.
    var sides = Sides.right
    /// The form of a number that is too large.
    var held = Held.right
    /// Indicates whether all signs are turned round.
    var isTurned = false

    package init() {}

    package func answer(to problem: ClippingProblem) -> [[Double]] {
        let isOfNorm =
            rule == .right ? problem.rule.isOfNorm : rule == .other && !problem.rule.isOfNorm
        let clipped =
            if case .none = problem.rule, rule == .right {
                problem.gradient
            } else if isOfNorm {
                scaled(problem)
            } else {
                problem.gradient.map { held($0, problem) }
            }
        return clipped.map { [isTurned ? -$0 : $0] }
    }

    /// The gradient under a rule of the norm.
    private func scaled(_ problem: ClippingProblem) -> [Double] {
        let (gradient, limit) = (problem.gradient, problem.limit)
        let norm = norm(of: gradient)
        let isTooLarge =
            switch condition {
            case .right: norm > limit
            case .always: true
            case .never: false
            case .inverted: norm < limit
            }
        guard isTooLarge, norm != 0 else { return gradient }
        var epsilon = 0.0
        if case .globalNorm(_, let small) = problem.rule { epsilon = small }
        let factor =
            switch factor {
            case .right: limit / (norm + epsilon)
            case .withoutLimit: 1 / norm
            case .withoutNorm: limit
            case .upsideDown: norm / limit
            case .squared: limit / (norm * norm)
            }
        return gradient.map { $0 * factor }
    }

    /// The norm, or what stands for it.
    private func norm(of gradient: [Double]) -> Double {
        let squares = gradient.reduce(0) { $0 + $1 * $1 }
        switch measure {
        case .right: return squares.squareRoot()
        case .squared: return squares
        case .mean: return (squares / Double(gradient.count)).squareRoot()
        case .sum: return gradient.reduce(0) { $0 + $1.magnitude }
        case .largest: return gradient.reduce(0) { max($0, $1.magnitude) }
        case .signed: return gradient.reduce(0, +)
        case .divided: return squares.squareRoot() / Double(gradient.count)
        }
    }

    /// A number under a rule for each.
    private func held(_ number: Double, _ problem: ClippingProblem) -> Double {
        let limit = problem.limit
        var sides = sides
        if sides == .right {
            sides = .both
            if case .slide = problem.rule, rule == .right { sides = .upper }
            if rule == .slide { sides = .upper }
        }
        let isTooLarge = number > limit && sides != .lower
        let isTooSmall = number < -limit && sides != .upper
        guard isTooLarge || isTooSmall else { return number }
        switch held {
        case .right: return isTooLarge ? limit : -limit
        case .zero: return 0
        case .one: return isTooLarge ? 1 : -1
        case .signless: return limit
        case .doubled: return isTooLarge ? number - limit : number + limit
        }
    }
}
