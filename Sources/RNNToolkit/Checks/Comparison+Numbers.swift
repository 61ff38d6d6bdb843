internal import Plotting
package import Recurrent

extension Comparison {
    /// Compares numbers with the expected ones.
    ///
    /// - Parameters:
    ///   - claim: the name of the numbers.
    ///   - found: the numbers.
    ///   - expected: the expected numbers.
    ///   - tolerance: the maximum relative difference of each, or absolute difference if the
    ///     expected number is 0.
    ///   - spelling: formats such a list.
    package init<Scalar: RealScalar>(
        _ claim: String, _ found: [Scalar], equals expected: [Scalar], within tolerance: Double,
        spelling: ([Scalar]) -> String
    ) {
        let isSame =
            found.count == expected.count && zip(found, expected).allSatisfy(Self.areSame)
        let isNear =
            found.count == expected.count
            && zip(found, expected).allSatisfy { Self.isNear($0, $1, within: tolerance) }
        let allowance = Self.allowance(of: tolerance, for: expected)
        let nearness =
            found.count == 1 ? " ≈ \(spelling(expected)) \(allowance)" : ", each \(allowance)"
        self.init(
            claim, found: spelling(found), demand: "\(spelling(expected)) \(allowance)",
            remark: isSame ? "" : nearness, holds: isNear)
    }

    /// Compares values with a condition on each.
    ///
    /// - Parameters:
    ///   - claim: the name of the values.
    ///   - found: the values, at least one.
    ///   - demand: the condition in words, such as "below 1".
    ///   - isMet: whether a value satisfies the condition.
    package init<Value>(
        _ claim: String, _ found: [Value], _ demand: String, isMet: (Value) -> Bool
    ) {
        let list = found.map { "\($0)" }.joined(separator: ", ")
        self.init(
            claim, found: found.isEmpty ? "nothing" : list, demand: demand,
            remark: ", \(demand)", holds: !found.isEmpty && found.allSatisfy(isMet))
    }

    /// Returns the tolerance in words, such as "to 12 digits" or "within 5 %".
    private static func allowance<Scalar: RealScalar>(
        of tolerance: Double, for expected: [Scalar]
    ) -> String {
        guard tolerance > 0 else { return "exactly" }
        guard expected.contains(where: { $0 != 0 }) else {
            return "within " + NumberFormat.exact.spelling(of: tolerance)
        }
        for digits in 2...15 where tolerance == Double("1e-\(digits)") {
            return "to \(digits) digits"
        }
        return "within \(NumberFormat.exact.spelling(of: tolerance * 100)) %"
    }

    /// Returns whether two numbers have the same value, or are both NaN.
    private static func areSame<Scalar: RealScalar>(_ found: Scalar, _ expected: Scalar) -> Bool {
        found == expected || (found.isNaN && expected.isNaN)
    }

    /// Returns whether two numbers are equal within the tolerance.
    private static func isNear<Scalar: RealScalar>(
        _ found: Scalar, _ expected: Scalar, within tolerance: Double
    ) -> Bool {
        if areSame(found, expected) { return true }
        guard found.isFinite, expected.isFinite else { return false }
        let scale = expected == 0 ? 1 : Double(expected.magnitude)
        return abs(Double(found) - Double(expected)) <= tolerance * scale
    }
}
