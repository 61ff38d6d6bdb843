public import Recurrent

// One function for every claim of a notebook: it prints the comparison, or fails the cell.
//
//     try check("∂L/∂W", story.gradient.W, equals: -1.0062069228066077)
//     try check("accuracy", accuracy, in: 0.9...1)
//     try check("W has not moved", before == after)

/// Checks that a number equals the expected one, and prints both.
///
/// - Parameters:
///   - claim: the name of the number, as in the text.
///   - found: the number.
///   - expected: the expected number.
///   - tolerance: the maximum relative difference, or absolute difference if the expected number is
///     0; by default 1e-12, or 1e-6 in single precision.
/// - Throws: `CheckFailure` with both numbers if the difference is larger.
public func check<Scalar: RealScalar>(
    _ claim: String, _ found: Scalar, equals expected: Scalar, within tolerance: Double? = nil
) throws(CheckFailure) {
    try check(claim, [found], equals: [expected], within: tolerance)
}

/// Checks that numbers equal the expected ones, and prints them.
///
/// - Parameters:
///   - claim: the name of the numbers.
///   - found: the numbers.
///   - expected: the expected numbers, of the same count.
///   - tolerance: the maximum relative difference of each, or absolute difference if the expected
///     number is 0; by default 1e-12, or 1e-6 in single precision.
/// - Throws: `CheckFailure` if a difference is larger.
public func check<Scalar: RealScalar>(
    _ claim: String, _ found: [Scalar], equals expected: [Scalar], within tolerance: Double? = nil
) throws(CheckFailure) {
    let comparison = Comparison(
        claim, found, equals: expected, within: tolerance ?? defaultTolerance(Scalar.self)
    ) { $0.map { "\($0)" }.joined(separator: ", ") }
    print(try comparison.line())
}

/// Checks that a matrix equals the expected one, element by element, and prints it.
///
/// A matrix of one element can be compared with a number: `try check("∂L/∂W", story.gradient.W,
/// equals: -1.5)`.
///
/// - Parameters:
///   - claim: the name of the matrix.
///   - found: the matrix.
///   - expected: the expected matrix, of the same shape.
///   - tolerance: the maximum relative difference of each element, or absolute difference if the
///     expected one is 0; by default 1e-12, or 1e-6 in single precision.
/// - Throws: `CheckFailure` if the shapes differ, or a difference is larger.
public func check<Scalar: RealScalar>(
    _ claim: String, _ found: Matrix<Scalar>, equals expected: Matrix<Scalar>,
    within tolerance: Double? = nil
) throws(CheckFailure) {
    guard found.shape == expected.shape else {
        throw CheckFailure(
            description: "\(claim) has shape \(found.shape); it should have \(expected.shape)")
    }
    let comparison = Comparison(
        claim, found.elements, equals: expected.elements,
        within: tolerance ?? defaultTolerance(Scalar.self)
    ) { $0 == expected.elements ? "\(expected)" : "\(found)" }
    print(try comparison.line())
}

/// Checks that a value equals the expected one, and prints it.
///
/// - Throws: `CheckFailure` if it does not.
@_disfavoredOverload
public func check<Value: Equatable>(
    _ claim: String, _ found: Value, equals expected: Value
) throws(CheckFailure) {
    let comparison = Comparison(
        claim, found: "\(found)", demand: "\(expected)", holds: found == expected)
    print(try comparison.line())
}

/// Checks that an optional value is not `nil` and equals the expected one, and prints it.
///
/// - Throws: `CheckFailure` if it is `nil` or another value.
@_disfavoredOverload
public func check<Value: Equatable>(
    _ claim: String, _ found: Value?, equals expected: Value
) throws(CheckFailure) {
    let comparison = Comparison(
        claim, found: found.map { "\($0)" } ?? "nothing", demand: "\(expected)",
        holds: found == expected)
    print(try comparison.line())
}

/// Checks that a value is in a closed range, and prints it.
///
/// - Throws: `CheckFailure` if it is not.
public func check<Value: Comparable>(
    _ claim: String, _ found: Value, in range: ClosedRange<Value>
) throws(CheckFailure) {
    try check(claim, [found], in: range)
}

/// Checks that every value is in a range, for example the results of several seeds, and prints
/// them.
///
/// - Throws: `CheckFailure` if one is not, or there are no values.
public func check<Value: Comparable>(
    _ claim: String, _ found: [Value], in range: ClosedRange<Value>
) throws(CheckFailure) {
    let demand = "from \(range.lowerBound) to \(range.upperBound)"
    print(try Comparison(claim, found, demand) { range.contains($0) }.line())
}

/// Checks that a value is less than another, and prints it.
///
/// - Throws: `CheckFailure` if it is not.
public func check<Value: Comparable>(
    _ claim: String, _ found: Value, below bound: Value
) throws(CheckFailure) {
    print(try Comparison(claim, [found], "below \(bound)") { $0 < bound }.line())
}

/// Checks that a value is greater than another, and prints it.
///
/// - Throws: `CheckFailure` if it is not.
public func check<Value: Comparable>(
    _ claim: String, _ found: Value, above bound: Value
) throws(CheckFailure) {
    print(try Comparison(claim, [found], "above \(bound)") { $0 > bound }.line())
}

/// Checks that a condition is true, and prints the claim.
///
/// - Parameters:
///   - claim: a sentence that should be true, such as "every weight is what it was".
///   - holds: the condition.
/// - Throws: `CheckFailure` if it is false.
public func check(_ claim: String, _ holds: Bool) throws(CheckFailure) {
    print(try Comparison(claim, found: "\(holds)", demand: nil, holds: holds).line())
}

/// Returns the default tolerance of a precision.
private func defaultTolerance<Scalar: RealScalar>(_: Scalar.Type) -> Double {
    Scalar.precision == .double ? 1e-12 : 1e-6
}
