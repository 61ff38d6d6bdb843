internal import Glibc

/// Powers of ten for a range that spans more than about one of them.
package struct LogTicks: Sendable, Hashable {
    /// The ticks in ascending order.
    package let values: [Double]
    /// The ends of an axis with these ticks.
    package let ends: ClosedRange<Double>

    /// Finds ticks for a range of positive values.
    ///
    /// - Returns: `nil` if the range spans less than about one power of ten, for which round
    ///   numbers at equal intervals are better.
    package init?(from lower: Double, to upper: Double, count: Int, covers: Bool) {
        let tolerance = 1e-9
        let low = Int((log10(lower) + tolerance).rounded(.down))
        let high = Int((log10(upper) - tolerance).rounded(.up))
        guard high - low >= 2 || log10(upper) - log10(lower) > 0.9 else { return nil }
        var values = Self.decades(from: low, to: high, count: count)
        if values.count < 3 && count >= 2 * (high - low) + 1 {
            values =
                (low..<high).flatMap { decade in
                    [1.0, 3].map { $0 * Double.powerOfTen(decade) }
                } + [Double.powerOfTen(high)]
        }
        let outer =
            max(
                Double.powerOfTen(low), .leastNormalMagnitude)...min(
                Double.powerOfTen(high), .greatestFiniteMagnitude)
        ends = covers ? outer : lower...upper
        self.values = values.filter(\.isFinite)
    }

    /// Returns every power of ten, or every second, third, fifth, tenth, …, at most the given
    /// number.
    package static func decades(from low: Int, to high: Int, count: Int) -> [Double] {
        var exponents: [Int] = []
        for stride in [1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 500] {
            let first = Int((Double(low) / Double(stride)).rounded(.up)) * stride
            exponents = Array(Swift.stride(from: first, through: high, by: stride))
            if exponents.count <= max(1, count) { break }
        }
        return exponents.map(Double.powerOfTen).filter { $0.isFinite && $0 > 0 }
    }
}
