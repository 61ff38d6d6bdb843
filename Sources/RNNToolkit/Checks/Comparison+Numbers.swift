internal import Plotting
package import Recurrent

extension Comparison {
    /// Compares numbers one by one with what they should be.
    ///
    /// - Parameters:
    ///   - claim: what the numbers are.
    ///   - found: the numbers.
    ///   - expected: what they should be.
    ///   - tolerance: by what fraction of the expected number each may differ from it; where that
    ///     is 0, by how much.
    ///   - spelling: spells such a list.
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

    /// Compares values with a bound on each.
    ///
    /// - Parameters:
    ///   - claim: what the values are.
    ///   - found: the values, of which there must be some.
    ///   - demand: what each should be, such as "below 1".
    ///   - isMet: whether a value is.
    package init<Value>(
        _ claim: String, _ found: [Value], _ demand: String, isMet: (Value) -> Bool
    ) {
        let list = found.map { "\($0)" }.joined(separator: ", ")
        self.init(
            claim, found: found.isEmpty ? "nothing" : list, demand: demand,
            remark: ", \(demand)", holds: !found.isEmpty && found.allSatisfy(isMet))
    }

    /// Returns how near numbers have to be, as in "to 12 digits" or "within 5 %".
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

    /// Whether two numbers have the same value, or are both not numbers.
    private static func areSame<Scalar: RealScalar>(_ found: Scalar, _ expected: Scalar) -> Bool {
        found == expected || (found.isNaN && expected.isNaN)
    }

    /// Whether a number is as near to another as the tolerance asks.
    private static func isNear<Scalar: RealScalar>(
        _ found: Scalar, _ expected: Scalar, within tolerance: Double
    ) -> Bool {
        if areSame(found, expected) { return true }
        guard found.isFinite, expected.isFinite else { return false }
        let scale = expected == 0 ? 1 : Double(expected.magnitude)
        return abs(Double(found) - Double(expected)) <= tolerance * scale
    }
}
