internal import Recurrent

/// Backpropagation through time with a choice at every point where people go wrong.
package struct TermRecipe: Recipe {
    /// The forms that stand in place of ∂L/∂ŷ.
    enum OutputError {
        case right, doubled, halved, one, squared, loss, output, target, withoutReadout
    }
    /// The forms that stand in place of V.
    enum Readout { case right, missing, twice, recurrent, carried }
    /// The forms that stand in place of the slope.
    enum SlopeForm {
        case right, missing, oneMinus, sigmoid, state, square, again, turned, twice, onePlus
    }
    /// The factors of the next step's δ.
    enum Carry {
        case right, missing, straight, turned, output, last, twice, nothing, weightAndState, bare
    }
    /// The forms that stand in place of the number that the weight is multiplied by.
    enum Seen { case right, after, before, input, state, missing, last, first, turned, zero }
    /// Which rows there are.
    enum Rows {
        case right, reversed, withoutLast, withoutFirst, summed, total, withExtra, mean, lastOnly
    }

    /// The choices of a step.
    struct Step {
        /// The form of the slope.
        var slope = SlopeForm.right
        /// The distance to the later step whose slope is taken.
        var shift = 0
        /// The factor of the next step's δ.
        var carry = Carry.right
        /// The form of the number that the weight is multiplied by.
        var seen = Seen.right
    }

    /// The form of ∂L/∂ŷ.
    var outputError = OutputError.right
    /// Indicates whether ∂L/∂ŷ has the wrong sign.
    var isTurned = false
    /// The form of V.
    var readout = Readout.right
    /// The distance from the last step to the one whose slope is taken first, or nil for no slope.
    var firstShift: Int? = 0
    /// The choices of every step.
    var everywhere = Step()
    /// The choices of the last step, where these are others; nil for those of every step.
    var last: Step?
    /// The choices of one step, where these are others.
    var single: (step: Int, choices: Step)?
    /// Indicates whether δ and what the weight sees are exchanged in the outer product.
    var isTransposed = false
    /// Which rows there are.
    var rows = Rows.right

    package init() {}

    package func answer(to problem: TermProblem) -> [[Double]] {
        var delta = vector(problem.outputGradient, of: problem)
        let start = delta
        if readout == .carried {
            delta = carried(delta, .right, start, start, problem.steps, problem)
        }
        var last = delta
        var bare = delta
        var terms: [[Double]] = []
        for step in stride(from: problem.steps, through: 1, by: -1) {
            let choices = choices(of: step, in: problem.steps)
            if step < problem.steps {
                bare = carried(bare, .right, start, last, step, problem)
                delta =
                    choices.carry == .bare
                    ? bare : carried(delta, choices.carry, start, last, step, problem)
            }
            if let slope = slope(choices, step, problem) {
                for unit in delta.indices { delta[unit] *= slope[unit] }
            }
            if step == problem.steps { last = delta }
            terms.append(outer(delta, seen(choices.seen, step, problem)))
        }
        return list(terms)
    }

    /// The choices of a step.
    func choices(of step: Int, in steps: Int) -> Step {
        if let single, single.step == step { return single.choices }
        return step == steps ? last ?? everywhere : everywhere
    }

    // MARK: Parts

    /// Vᵀ ∂L/∂ŷ, or what stands for it.
    private func vector(_ right: [Double], of problem: TermProblem) -> [Double] {
        let sign = isTurned ? -1.0 : 1
        let error = right.indices.map { sign * lossSlope(right[$0], $0, problem) }
        let V = problem.V
        return (0..<problem.units).map { unit in
            var sum = 0.0
            for index in error.indices {
                switch readout {
                case .right, .carried: sum += V[index, unit] * error[index]
                case .missing: sum += error[index]
                case .twice: sum += V[index, unit] * V[index, unit] * error[index]
                case .recurrent:
                    sum += problem.W[min(index, problem.units - 1), unit] * error[index]
                }
            }
            return sum
        }
    }

    /// An element of ∂L/∂ŷ, or what stands for it.
    private func lossSlope(_ right: Double, _ index: Int, _ problem: TermProblem) -> Double {
        switch outputError {
        case .right: right
        case .doubled: 2 * right
        case .halved: right / 2
        case .one: 1
        case .squared: right * right
        case .loss: right * right / 2
        case .withoutReadout:
            // What ŷ would be without V: the state itself, where there are as many outputs.
            right - problem.output[index] + problem.H[problem.steps][min(index, problem.units - 1)]
        case .output: problem.output[index]
        case .target: problem.y[index]
        }
    }

    /// Wᵀ δ, or what stands for it.
    private func carried(
        _ delta: [Double], _ carry: Carry, _ start: [Double], _ last: [Double], _ step: Int,
        _ problem: TermProblem
    ) -> [Double] {
        let W = problem.W
        func product(_ vector: [Double], isStraight: Bool = false) -> [Double] {
            let units = vector.count
            var result = [Double](repeating: 0, count: units)
            for row in 0..<units {
                for column in 0..<units {
                    result[isStraight ? row : column] +=
                        W.elements[row * units + column] * vector[isStraight ? column : row]
                }
            }
            return result
        }
        switch carry {
        case .right, .bare: return product(delta)
        case .missing: return delta
        case .straight: return product(delta, isStraight: true)
        case .turned: return product(delta).map { -$0 }
        case .output: return start
        case .last: return product(last)
        case .twice: return product(product(delta))
        case .nothing: return delta.map { _ in 0 }
        case .weightAndState:
            return zip(product(delta), problem.H[step]).map { $0 * $1 }
        }
    }

    /// The slope of a step, or what stands for it; nil for none.
    private func slope(_ choices: Step, _ step: Int, _ problem: TermProblem) -> [Double]? {
        var shift = choices.shift
        if step == problem.steps {
            guard let firstShift else { return nil }
            shift -= firstShift
        }
        let place = min(max(step + shift, 0), problem.steps)
        let (slope, state) = (problem.slopes[place], problem.H[place])
        switch choices.slope {
        case .right: return slope
        case .missing: return nil
        case .oneMinus: return state.map { 1 - $0 }
        case .sigmoid: return state.map { $0 * (1 - $0) }
        case .state: return state
        case .square: return state.map { $0 * $0 }
        case .again:
            return state.map { state in
                let squashed = Activation.tanh(state)
                return 1 - squashed * squashed
            }
        case .turned: return slope.map { -$0 }
        case .twice: return slope.map { $0 * $0 }
        case .onePlus: return state.map { 1 + $0 * $0 }
        }
    }

    /// Returns the numbers that a weight is multiplied by at a step, or those that stand in their
    /// place.
    private func seen(_ seen: Seen, _ step: Int, _ problem: TermProblem) -> [Double] {
        let (H, x) = (problem.H, problem.x)
        let isRecurrent = problem.weight == .recurrent
        let right = isRecurrent ? H[step - 1] : x[step - 1]
        switch seen {
        case .right: return right
        case .after: return isRecurrent ? H[step] : x[min(step, problem.steps - 1)]
        case .before: return isRecurrent ? H[max(step - 2, 0)] : x[max(step - 2, 0)]
        case .input: return x[step - 1]
        case .state: return H[step - 1]
        case .missing: return right.map { _ in 1 }
        case .last: return isRecurrent ? H[problem.steps] : x[problem.steps - 1]
        case .first: return isRecurrent ? H[0] : x[0]
        case .turned: return right.map { -$0 }
        case .zero: return right.map { _ in 0 }
        }
    }

    /// δ times what the weight sees.
    private func outer(_ delta: [Double], _ seen: [Double]) -> [Double] {
        if delta.count == 1, seen.count == 1 { return [delta[0] * seen[0]] }
        let (rows, columns) = isTransposed ? (seen, delta) : (delta, seen)
        return rows.flatMap { row in columns.map { row * $0 } }
    }

    /// The rows of the answer.
    private func list(_ terms: [[Double]]) -> [[Double]] {
        switch rows {
        case .right: return terms
        case .reversed: return terms.reversed()
        case .withoutLast: return Array(terms.dropFirst())
        case .withoutFirst: return Array(terms.dropLast())
        case .summed: return Self.runningSums(terms)
        case .total: return Self.runningSums(terms).suffix(1)
        case .withExtra: return terms + [terms[0].map { _ in 0 }]
        case .mean: return terms.map { $0.map { $0 / Double(terms.count) } }
        case .lastOnly: return Array(terms.prefix(1))
        }
    }

    /// The sums of each row and those before it.
    private static func runningSums(_ terms: [[Double]]) -> [[Double]] {
        var sums: [[Double]] = []
        for term in terms {
            guard let sum = sums.last else {
                sums.append(term)
                continue
            }
            sums.append(zip(sum, term).map { $0 + $1 })
        }
        return sums
    }
}
