package import Recurrent

/// A random gradient that is to be clipped.
package struct ClippingProblem: Problem {
    /// The rule.
    package let rule: Clipping
    /// The number that the rule compares with.
    package let limit: Double
    /// The gradient before.
    package let gradient: [Double]
    /// The gradient after, as the toolkit clips it.
    package let right: [[Double]]

    /// Has the toolkit clip a gradient.
    ///
    /// - Throws: `RecurrentError` for a limit that is not over zero.
    package init(_ gradient: [Double], _ rule: Clipping, limit: Double) throws(RecurrentError) {
        self.gradient = gradient
        self.limit = limit
        self.rule = rule.with(limit: limit)
        right = try self.rule.clip(Matrix.column(gradient)).gradient.elements.map { [$0] }
    }

    /// Returns random gradients of which some are to be clipped and others not, with random limits.
    ///
    /// Among them are one of zeros and one at whose limit nothing is to be done.
    package static func random(_ rule: Clipping, seed: UInt64) throws(RecurrentError)
        -> [ClippingProblem]
    {
        var generator = Xoshiro256(seed: seed)
        var problems: [ClippingProblem] = []
        for size in [3.0, 0.1, 2.0, 0.0] {
            problems.append(try draw(rule, count: 4, size, &generator))
        }
        for count in [1, 6] { problems.append(try draw(rule, count: count, 2, &generator)) }
        return problems
    }

    /// Draws a gradient whose norm is so many times the limit, or more.
    private static func draw(
        _ rule: Clipping, count: Int, _ size: Double, _ generator: inout Xoshiro256
    ) throws(RecurrentError) -> ClippingProblem {
        let limit = 0.5 + (30 * generator.uniform()).rounded() / 100 + (size > 2 ? 0.9 : 0)
        // Both signs are always there, large and small.
        let parts = [1.3, -0.7, 0.4, -0.15, 0.9, -0.8].prefix(count)
        let gradient = parts.map { part in
            (100 * part * size * limit * generator.uniform(from: 0.9, to: 1.1)).rounded() / 100
        }
        return try ClippingProblem(Array(gradient), rule, limit: limit)
    }

    package static let rowsName = "entries"

    package func name(ofRow row: Int) -> String { "entry \(row + 1)" }

    package var summary: String {
        "the gradient \(Spelling.short(gradient)) and the limit \(Spelling.short(limit))"
    }

    package var quantities: [Quantity] { [] }

    package func factors(ofRow row: Int) -> [Quantity] { [] }
}

extension Clipping {
    /// The rule with another limit.
    func with(limit: Double) -> Clipping {
        switch self {
        case .none: .none
        case .slide: .slide(threshold: limit)
        case .value: .value(limit: limit)
        case .globalNorm(_, let epsilon): .globalNorm(limit: limit, epsilon: epsilon)
        case .normOfEachTensor: .normOfEachTensor(limit: limit)
        }
    }

    /// Indicates whether the rule looks at the norm.
    var isOfNorm: Bool {
        switch self {
        case .none, .slide, .value: false
        case .globalNorm, .normOfEachTensor: true
        }
    }
}
