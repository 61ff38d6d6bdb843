internal import Glibc

/// Round numbers at equal intervals.
package struct LinearTicks: Sendable {
    /// A quarter of the interval between ticks.
    private let step: Double

    /// The smallest tick as a multiple of the interval.
    private let first: Double
    /// The largest tick as a multiple of the interval.
    private let last: Double

    /// Finds ticks for a range, approximately the given number at most.
    ///
    /// - Parameters:
    ///   - lower: the start of the range, finite.
    ///   - upper: the end of the range, finite and above `lower`.
    ///   - count: the maximum number of ticks.
    ///   - covers: whether the ticks have to cover both ends, so that the axis can end at them.
    ///   - integers: whether only integers are allowed.
    package init(
        from lower: Double, to upper: Double, count: Int, covers: Bool = false,
        integers: Bool = false
    ) {
        let span = upper / 4 - lower / 4
        var step = Self.roundStep(atLeast: max(span / Double(max(1, count)), span * 1e-3))
        if integers { step = max(step, 0.25) }
        for _ in 0..<40 {
            let ticks = Self.multiples(of: step, from: lower / 4, to: upper / 4, covers: covers)
            guard ticks.last - ticks.first + 1 > Double(max(2, count)) else { break }
            step = Self.roundStep(atLeast: step * 1.01)
        }
        self.step = step
        (first, last) = Self.multiples(of: step, from: lower / 4, to: upper / 4, covers: covers)
    }

    /// The values of the ticks in ascending order; empty if the range is too small for round
    /// numbers.
    package var values: [Double] {
        guard step.isNormal, last - first < 64, first.magnitude < 1e15 else { return [] }
        let multiples = stride(from: first, through: last, by: 1).filter {
            ($0 * (step * 4)).isFinite
        }
        return multiples.map { multiple in
            // Converted through decimal digits, so that three steps of 0.1 make 0.3 and not
            // 0.30000000000000004.
            let value = DecimalDigits(multiple * (step * 4)).rounded(toSignificant: 15)
            return Double(value.mantissa() + "e\(value.exponent)") ?? 0
        }
    }

    /// Returns the first and last multiples of an interval in, or just around, a range.
    private static func multiples(
        of step: Double, from lower: Double, to upper: Double, covers: Bool
    ) -> (first: Double, last: Double) {
        let tolerance = 1e-9
        if covers {
            return (
                (lower / step + tolerance).rounded(.down), (upper / step - tolerance).rounded(.up)
            )
        }
        return ((lower / step - tolerance).rounded(.up), (upper / step + tolerance).rounded(.down))
    }

    /// Returns a quarter of the smallest of 1, 2, 5, 10, … whose quarter is at least the given one.
    private static func roundStep(atLeast quarter: Double) -> Double {
        guard quarter.isNormal else { return 0 }
        let exponent = Int(floor(log10(quarter) + log10(4)))
        let power = Double.powerOfTen(exponent)
        for factor in [1.0, 2, 5, 10, 20] where power / 4 * factor >= quarter * (1 - 1e-9) {
            return power / 4 * factor
        }
        return power * 5
    }
}
