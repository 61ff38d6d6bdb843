internal import Glibc

/// Zero, and powers of ten on both sides of it.
package struct SymmetricLogTicks: Sendable, Hashable {
    /// The ticks in ascending order.
    package let values: [Double]
    /// The ends of an axis with these ticks.
    package let ends: ClosedRange<Double>

    /// Finds ticks for a range on a scale that is linear up to a power of ten.
    package init(from lower: Double, to upper: Double, threshold: Double, count: Int) {
        let first = Int(log10(threshold).rounded())
        let reach = { (value: Double) in
            value <= 0 ? nil : max(first, Int((log10(value) - 1e-9).rounded(.up)))
        }
        let (above, below) = (reach(upper), reach(-lower))
        let last = max(above ?? first, below ?? first)
        let room = max(1, (count - 1) / (above != nil && below != nil ? 2 : 1))
        let stride = Self.stride(decades: last - first, count: room)
        // From the outside in, so that the ends have labels, and both sides have the same ones.
        let exponents = Array(Swift.stride(from: last, through: first, by: -stride).reversed())
        let magnitudes = { (reach: Int?) -> [Double] in
            guard let reach else { return [] }
            let end = exponents.first { $0 >= reach } ?? last
            return exponents.filter { $0 <= end }.map(Double.powerOfTen)
        }
        let negative = magnitudes(below).reversed().map { -$0 }
        let positive = magnitudes(above)
        values = (negative + (lower <= 0 && upper >= 0 ? [0] : []) + positive).filter(\.isFinite)
        // The power of ten beyond the largest number is infinite.
        let greatest = Double.greatestFiniteMagnitude
        let (least, most) = (negative.first ?? 0, positive.last ?? 0)
        ends = max(min(least, lower), -greatest)...min(max(most, upper), greatest)
    }

    /// Returns the smallest usual stride that reduces the decades to the given number of ticks.
    private static func stride(decades: Int, count: Int) -> Int {
        let strides = [1, 2, 4, 5, 10, 20, 50, 100, 200, 500]
        return strides.first { decades / $0 + 1 <= count } ?? 1000
    }
}
