/// The edges of a band in pixels or dots.
package struct BandEdges: Sendable {
    /// An uninterrupted interval of a band: positions along the base, and both edges there.
    package typealias Stretch = [(base: Double, lower: Double, upper: Double)]

    /// The intervals, in the order of the data.
    package private(set) var stretches: [Stretch] = []

    /// Computes the edges of a band along rulers; parts beyond an axis are moved to its end.
    package init(_ band: BandShape, base: Ruler, measure: Ruler) {
        var stretch: Stretch = []
        for (index, position) in band.positions.enumerated() {
            guard let lower = band.lower[index], let upper = band.upper[index],
                let place = base.clampedPlace(of: position),
                let low = Self.edge(lower, on: measure), let high = Self.edge(upper, on: measure)
            else {
                if !stretch.isEmpty { stretches.append(stretch) }
                stretch = []
                continue
            }
            stretch.append((place, low, high))
        }
        if !stretch.isEmpty { stretches.append(stretch) }
    }

    /// Returns the position of an edge; values without a logarithm are at the lower end.
    private static func edge(_ value: Double, on ruler: Ruler) -> Double? {
        if value.isNaN { return nil }
        return ruler.clampedPlace(of: value) ?? (value <= 0 ? ruler.at(0) : nil)
    }

    /// Returns both edges at a position along the base, or `nil` if there is no band.
    package func span(at place: Double) -> (Double, Double)? {
        for stretch in stretches {
            for (one, other) in zip(stretch, stretch.dropFirst()) {
                guard place >= min(one.base, other.base), place <= max(one.base, other.base) else {
                    continue
                }
                let way = other.base - one.base
                let fraction = way == 0 ? 0 : (place - one.base) / way
                return (
                    one.lower + (other.lower - one.lower) * fraction,
                    one.upper + (other.upper - one.upper) * fraction
                )
            }
            if let only = stretch.first, stretch.count == 1, (only.base - place).magnitude <= 2 {
                return (only.lower, only.upper)
            }
        }
        return nil
    }
}
