public import Recurrent

// One verb for every claim of a notebook: it prints what it compared, or fails the cell.
//
//     try check("∂L/∂W", story.gradient.W, equals: -1.0062069228066077)
//     try check("accuracy", accuracy, in: 0.9...1)
//     try check("W has not moved", before == after)

/// Checks that a number is what it should be, and prints both.
///
/// - Parameters:
///   - claim: what the number is, as in the text.
///   - found: the number.
///   - expected: what it should be.
///   - tolerance: by what fraction of the expected number it may differ; where that is 0, by how
///     much. Without one 1e-12, in single precision 1e-6.
/// - Throws: `CheckFailure`, with both numbers, where they differ by more.
public func check<Scalar: RealScalar>(
    _ claim: String, _ found: Scalar, equals expected: Scalar, within tolerance: Double? = nil
) throws(CheckFailure) {
    try check(claim, [found], equals: [expected], within: tolerance)
}

/// Checks that numbers are what they should be, one by one, and prints them.
///
/// - Parameters:
///   - claim: what the numbers are.
///   - found: the numbers.
///   - expected: what they should be; as many.
///   - tolerance: by what fraction of the expected number each may differ; where that is 0, by how
///     much. Without one 1e-12, in single precision 1e-6.
/// - Throws: `CheckFailure` where one differs by more.
public func check<Scalar: RealScalar>(
    _ claim: String, _ found: [Scalar], equals expected: [Scalar], within tolerance: Double? = nil
) throws(CheckFailure) {
    let comparison = Comparison(
        claim, found, equals: expected, within: tolerance ?? defaultTolerance(Scalar.self)
    ) { $0.map { "\($0)" }.joined(separator: ", ") }
    print(try comparison.line())
}

/// Checks that a matrix is what it should be, element by element, and prints it.
///
/// A matrix of one element can be compared with a number:
/// `try check("∂L/∂W", story.gradient.W, equals: -1.5)`.
///
/// - Parameters:
///   - claim: what the matrix is.
///   - found: the matrix.
///   - expected: what it should be; of the same shape.
///   - tolerance: by what fraction of the expected element each may differ; where that is 0, by how
///     much. Without one 1e-12, in single precision 1e-6.
/// - Throws: `CheckFailure` where the shapes differ, or an element by more.
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

/// Checks that a value is the one it should be, and prints it.
///
/// - Throws: `CheckFailure` where it is another.
@_disfavoredOverload
public func check<Value: Equatable>(
    _ claim: String, _ found: Value, equals expected: Value
) throws(CheckFailure) {
    let comparison = Comparison(
        claim, found: "\(found)", demand: "\(expected)", holds: found == expected)
    print(try comparison.line())
}

/// Checks that there is a value and that it is the one it should be, and prints it.
///
/// - Throws: `CheckFailure` where there is none or another.
@_disfavoredOverload
public func check<Value: Equatable>(
    _ claim: String, _ found: Value?, equals expected: Value
) throws(CheckFailure) {
    let comparison = Comparison(
        claim, found: found.map { "\($0)" } ?? "nothing", demand: "\(expected)",
        holds: found == expected)
    print(try comparison.line())
}

/// Checks that a value lies in a range, ends included, and prints it.
///
/// - Throws: `CheckFailure` where it lies outside.
public func check<Value: Comparable>(
    _ claim: String, _ found: Value, in range: ClosedRange<Value>
) throws(CheckFailure) {
    try check(claim, [found], in: range)
}

/// Checks that every value lies in a range, as those of several seeds should, and prints them.
///
/// - Throws: `CheckFailure` where one lies outside, or there is none.
public func check<Value: Comparable>(
    _ claim: String, _ found: [Value], in range: ClosedRange<Value>
) throws(CheckFailure) {
    let demand = "from \(range.lowerBound) to \(range.upperBound)"
    print(try Comparison(claim, found, demand) { range.contains($0) }.line())
}

/// Checks that a value is less than another, and prints it.
///
/// - Throws: `CheckFailure` where it is not.
public func check<Value: Comparable>(
    _ claim: String, _ found: Value, below bound: Value
) throws(CheckFailure) {
    print(try Comparison(claim, [found], "below \(bound)") { $0 < bound }.line())
}

/// Checks that a value is greater than another, and prints it.
///
/// - Throws: `CheckFailure` where it is not.
public func check<Value: Comparable>(
    _ claim: String, _ found: Value, above bound: Value
) throws(CheckFailure) {
    print(try Comparison(claim, [found], "above \(bound)") { $0 > bound }.line())
}

/// Checks that something is true, and prints it.
///
/// - Parameters:
///   - claim: the sentence that should be true, such as "every weight is what it was".
///   - holds: whether it is.
/// - Throws: `CheckFailure` where it is not.
public func check(_ claim: String, _ holds: Bool) throws(CheckFailure) {
    print(try Comparison(claim, found: "\(holds)", demand: nil, holds: holds).line())
}

/// How far numbers of a precision may differ where nothing is said.
private func defaultTolerance<Scalar: RealScalar>(_: Scalar.Type) -> Double {
    Scalar.precision == .double ? 1e-12 : 1e-6
}
