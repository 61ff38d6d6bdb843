import Recurrent

/// A factor of a term as a student may write it, for numbers and for matrices.
enum Factor: Hashable {
    /// ŷ - y.
    case error
    /// V.
    case readout
    /// W, in matrices its transpose.
    case weight
    /// W as it is.
    case straightWeight
    /// g′(z) of a step, as 1 - H².
    case slope(Int)
    /// 1 - H of a step.
    case oneMinus(Int)
    /// H of a step.
    case state(Int)
    /// x of a step.
    case input(Int)
    /// A number.
    case constant(Double)
}

/// The numbers that a solution is given.
struct Given {
    let W: Matrix<Double>
    let V: Matrix<Double>
    let H: [Matrix<Double>]
    let x: [Matrix<Double>]
    let y: Matrix<Double>

    /// T, the number of steps.
    var steps: Int { H.count - 1 }

    /// H of a step, of the nearest one where there is none.
    func state(_ step: Int) -> Matrix<Double> { H[min(max(step, 0), steps)] }

    /// x of a step, of the nearest one where there is none.
    func input(_ step: Int) -> Matrix<Double> { x[min(max(step, 1), steps) - 1] }
}

/// A term as the list of its factors from the loss to what the weight sees.
///
/// The generator of wrong solutions changes such lists. It shares nothing with the grader, which goes
/// from step to step.
struct FactorList: Hashable {
    var factors: [Factor]

    /// What the weight sees; a product with a column is the last.
    var seen: Factor

    /// The right factors of step k of T.
    static func right(_ k: Int, of steps: Int) -> FactorList {
        var factors: [Factor] = [.error, .readout, .slope(steps)]
        for step in stride(from: steps - 1, through: k, by: -1) {
            factors += [.weight, .slope(step)]
        }
        return FactorList(factors: factors, seen: .state(k - 1))
    }

    /// Whether the list means another product than the right one.
    func differs(from other: FactorList, steps: Int) -> Bool {
        func counts(_ list: FactorList) -> [Factor: Int] {
            (list.factors + [list.seen]).reduce(into: [:]) {
                $0[$1.clamped(to: steps), default: 0] += 1
            }
        }
        return counts(self) != counts(other)
    }

    /// Multiplies the factors.
    func value(_ given: Given) throws -> Matrix<Double> {
        var delta = Matrix.column([1.0])
        for factor in factors {
            switch factor {
            case .error: delta = try given.V * given.H[given.steps] - given.y
            case .readout: delta = try given.V.transposed * delta
            case .weight: delta = try given.W.transposed * spread(delta, given)
            case .straightWeight: delta = try given.W * spread(delta, given)
            case .slope(let step):
                delta = try spread(delta, given) .* given.state(step).map { 1 - $0 * $0 }
            case .oneMinus(let step):
                delta = try spread(delta, given) .* given.state(step).map { 1 - $0 }
            case .state(let step): delta = try spread(delta, given) .* given.state(step)
            case .input(let step):
                delta = spread(delta, given) * given.input(step).elements[0]
            case .constant(let number): delta = number * delta
            }
        }
        let column =
            switch seen {
            case .state(let step): given.state(step)
            case .input(let step): given.input(step)
            case .constant(let number): given.H[0].map { _ in number }
            default: given.H[0].map { _ in 1 }
            }
        return try spread(delta, given) * column.transposed
    }

    /// A number that has not met V yet, for all units.
    private func spread(_ delta: Matrix<Double>, _ given: Given) -> Matrix<Double> {
        guard delta.rows == 1, given.H[0].rows > 1 else { return delta }
        return given.H[0].map { _ in delta[0, 0] }
    }
}

extension Factor {
    /// The factor with the step that is really taken.
    func clamped(to steps: Int) -> Factor {
        switch self {
        case .slope(let step): .slope(min(max(step, 0), steps))
        case .oneMinus(let step): .oneMinus(min(max(step, 0), steps))
        case .state(let step): .state(min(max(step, 0), steps))
        case .input(let step): .input(min(max(step, 1), steps))
        default: self
        }
    }
}
