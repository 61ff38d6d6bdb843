public import Recurrent

/// Compares a solution in numbers with the toolkit's contributions, on random networks of one unit with H₀ ≠ 0.
///
/// - Parameters:
///   - terms: the solution.
///   - network: what the random networks are like: its sizes, its activation and its loss.
///   - weight: the weight whose gradient the terms are of.
/// - Throws: `NotYetRight`, which names the fault, and `RecurrentError` where the network does not fit.
public func grade(
    _ terms: NumberTerms, against network: ElmanNetwork<Double>,
    of weight: NestedBrackets<Double>.Weight = .recurrent
) throws {
    try conclude(Diagnosis.ofTerms(terms, like: network, weight: weight))
}

/// Compares a solution in numbers with the toolkit's contributions, and returns the points for it.
///
/// - Parameters:
///   - terms: the solution.
///   - network: what the random networks are like: its sizes, its activation and its loss.
///   - weight: the weight whose gradient the terms are of.
///   - points: the points of a right solution.
/// - Returns: the points, of which there are some for parts; the diagnosis is printed.
/// - Throws: `RecurrentError` where the network does not fit.
public func grade(
    _ terms: NumberTerms, against network: ElmanNetwork<Double>,
    of weight: NestedBrackets<Double>.Weight = .recurrent, points: Double
) throws -> Double {
    mark(try Diagnosis.ofTerms(terms, like: network, weight: weight), of: points)
}

/// Compares a solution in matrices with the toolkit's contributions, on random networks of the same size with H₀ ≠ 0.
///
/// - Parameters:
///   - terms: the solution.
///   - network: what the random networks are like: its sizes, its activation and its loss.
///   - weight: the weight whose gradient the terms are of.
/// - Throws: `NotYetRight`, which names the fault, and `RecurrentError` where the network does not fit.
@_disfavoredOverload
public func grade(
    _ terms: MatrixTerms, against network: ElmanNetwork<Double>,
    of weight: NestedBrackets<Double>.Weight = .recurrent
) throws {
    try conclude(Diagnosis.ofTerms(terms, like: network, weight: weight))
}

/// Compares a solution in matrices with the toolkit's contributions, and returns the points for it.
///
/// - Parameters:
///   - terms: the solution.
///   - network: what the random networks are like: its sizes, its activation and its loss.
///   - weight: the weight whose gradient the terms are of.
///   - points: the points of a right solution.
/// - Returns: the points, of which there are some for parts; the diagnosis is printed.
/// - Throws: `RecurrentError` where the network does not fit.
@_disfavoredOverload
public func grade(
    _ terms: MatrixTerms, against network: ElmanNetwork<Double>,
    of weight: NestedBrackets<Double>.Weight = .recurrent, points: Double
) throws -> Double {
    mark(try Diagnosis.ofTerms(terms, like: network, weight: weight), of: points)
}

/// Compares a solution in arrays with the toolkit's contributions, on random networks of the same size with H₀ ≠ 0.
///
/// - Parameters:
///   - terms: the solution.
///   - network: what the random networks are like: its sizes, its activation and its loss.
///   - weight: the weight whose gradient the terms are of.
/// - Throws: `NotYetRight`, which names the fault, and `RecurrentError` where the network does not fit.
@_disfavoredOverload
public func grade(
    _ terms: ArrayTerms, against network: ElmanNetwork<Double>,
    of weight: NestedBrackets<Double>.Weight = .recurrent
) throws {
    try conclude(Diagnosis.ofTerms(terms, like: network, weight: weight))
}

/// Compares a solution in arrays with the toolkit's contributions, and returns the points for it.
///
/// - Parameters:
///   - terms: the solution.
///   - network: what the random networks are like: its sizes, its activation and its loss.
///   - weight: the weight whose gradient the terms are of.
///   - points: the points of a right solution.
/// - Returns: the points, of which there are some for parts; the diagnosis is printed.
/// - Throws: `RecurrentError` where the network does not fit.
@_disfavoredOverload
public func grade(
    _ terms: ArrayTerms, against network: ElmanNetwork<Double>,
    of weight: NestedBrackets<Double>.Weight = .recurrent, points: Double
) throws -> Double {
    mark(try Diagnosis.ofTerms(terms, like: network, weight: weight), of: points)
}
