public import Recurrent

/// Each step's contribution to a gradient in numbers, from the last step to the first.
///
/// Takes W, V, H₀ … H_T, x₁ … x_T and y.
public typealias NumberTerms = (Double, Double, [Double], [Double], Double) throws -> [Double]

/// Each step's contribution to a gradient in matrices, from the last step to the first.
///
/// Takes W, V, H₀ … H_T, x₁ … x_T and y; vectors are matrices of one column.
public typealias MatrixTerms = (
    Matrix<Double>, Matrix<Double>, [Matrix<Double>], [Matrix<Double>], Matrix<Double>
) throws -> [Matrix<Double>]

/// Each step's contribution to a gradient in arrays, from the last step to the first.
///
/// Takes W, V, H₀ … H_T, x₁ … x_T and y; matrices are arrays of rows.
public typealias ArrayTerms = (
    [[Double]], [[Double]], [[Double]], [[Double]], [Double]
) throws -> [[[Double]]]

extension Diagnosis {
    /// The seed of the random networks of an exercise.
    package static let seed: UInt64 = 17

    /// Examines a function for numbers on random networks of one unit.
    package static func ofTerms(
        _ terms: NumberTerms, like network: ElmanNetwork<Double>, weight: TermProblem.Weight,
        seed: UInt64 = seed
    ) throws(RecurrentError) -> Diagnosis {
        let sizes = [network.hiddenSize, network.inputSize, network.outputSize]
        guard sizes.allSatisfy({ $0 == 1 }) else {
            throw .invalidValue(
                name: "the network",
                value: "\(sizes[0]) units, \(sizes[1]) inputs and \(sizes[2]) outputs",
                needed: "one of each, because the function is for numbers")
        }
        let problems = try TermProblem.random(like: network, weight: weight, seed: seed)
        return Examiner<TermRecipe>(problems: problems).diagnosis { problem in
            try terms(
                problem.W[0, 0], problem.V[0, 0], problem.H.map { $0[0] },
                problem.x.map { $0[0] }, problem.y[0]
            ).map { [$0] }
        }
    }

    /// Examines a function for matrices on random networks of a network's size.
    package static func ofTerms(
        _ terms: MatrixTerms, like network: ElmanNetwork<Double>, weight: TermProblem.Weight,
        seed: UInt64 = seed
    ) throws(RecurrentError) -> Diagnosis {
        let problems = try TermProblem.random(like: network, weight: weight, seed: seed)
        return Examiner<TermRecipe>(problems: problems).diagnosis { problem in
            let terms = try terms(
                problem.W, problem.V, problem.H.map { .column($0) },
                problem.x.map { .column($0) }, .column(problem.y))
            return try problem.checked(terms.map { ($0.elements, $0.rows, $0.columns) })
        }
    }

    /// Examines a function for arrays on random networks of a network's size.
    package static func ofTerms(
        _ terms: ArrayTerms, like network: ElmanNetwork<Double>, weight: TermProblem.Weight,
        seed: UInt64 = seed
    ) throws(RecurrentError) -> Diagnosis {
        let problems = try TermProblem.random(like: network, weight: weight, seed: seed)
        return Examiner<TermRecipe>(problems: problems).diagnosis { problem in
            let terms = try terms(
                problem.W.arrays, problem.V.arrays, problem.H, problem.x, problem.y)
            return try problem.checked(
                terms.map { term in
                    let width = term.first?.count ?? 0
                    let isEven = term.allSatisfy { $0.count == width }
                    return (term.flatMap { $0 }, term.count, isEven ? width : -1)
                })
        }
    }
}

extension TermProblem {
    /// Returns the numbers of terms, where all have the shape of the weight.
    fileprivate func checked(
        _ terms: [(elements: [Double], rows: Int, columns: Int)]
    ) throws(UnfitAnswer) -> [[Double]] {
        let wanted = Shape(units, weight == .recurrent ? units : x[0].count)
        for (row, term) in terms.enumerated() where Shape(term.rows, term.columns) != wanted {
            let name = row < steps ? "\(name(ofRow: row)): " : ""
            let found =
                term.columns < 0
                ? "rows of different lengths"
                : "a matrix of shape \(Shape(term.rows, term.columns))"
            throw UnfitAnswer(
                row: row < steps ? row : nil,
                words: "\(name)\(found), where the term has the shape of "
                    + "\(weight.rawValue), \(wanted)")
        }
        return terms.map(\.elements)
    }
}

extension Matrix<Double> {
    /// The rows as arrays.
    fileprivate var arrays: [[Double]] { (0..<rows).map { row($0).elements } }
}
