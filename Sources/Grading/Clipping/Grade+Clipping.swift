public import Recurrent

/// A rule of clipping: takes a gradient and a limit, and returns the clipped gradient.
public typealias ClippingFunction = ([Double], Double) throws -> [Double]

/// Compares a solution for a rule of clipping with the toolkit's, on random gradients and limits.
///
/// - Parameters:
///   - clip: the solution.
///   - rule: the rule that it should follow; its limit does not matter.
/// - Throws: `NotYetRight`, which names the fault, and `RecurrentError` for an epsilon below zero.
public func grade(_ clip: ClippingFunction, against rule: Clipping) throws {
    try conclude(Diagnosis.ofClipping(clip, rule))
}

/// Compares a solution for a rule of clipping with the toolkit's, and returns the points for it.
///
/// - Parameters:
///   - clip: the solution.
///   - rule: the rule that it should follow; its limit does not matter.
///   - points: the points of a right solution.
/// - Returns: the points, of which there are some for parts; the diagnosis is printed.
/// - Throws: `RecurrentError` for an epsilon below zero.
public func grade(_ clip: ClippingFunction, against rule: Clipping, points: Double) throws -> Double
{
    mark(try Diagnosis.ofClipping(clip, rule), of: points)
}

extension Diagnosis {
    /// Examines a rule of clipping.
    package static func ofClipping(
        _ clip: ClippingFunction, _ rule: Clipping, seed: UInt64 = seed
    ) throws -> Diagnosis {
        let problems = try ClippingProblem.random(rule, seed: seed)
        return Examiner<ClippingRecipe>(problems: problems).diagnosis { problem in
            try clip(problem.gradient, problem.limit).map { [$0] }
        }
    }
}
