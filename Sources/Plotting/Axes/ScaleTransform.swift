internal import Glibc

/// The transform of a scale, from values to positions on a line.
package enum ScaleTransform: Sendable, Hashable {
    /// A quarter of the value, so that differences of the largest numbers stay finite.
    case linear
    /// The decimal logarithm, which is defined only for positive values.
    case log
    /// Linear up to the threshold on either side, then one unit per power of ten.
    case symlog(Double)

    /// Returns the position of a value, or `nil` if it has none.
    package func callAsFunction(_ value: Double) -> Double? {
        guard value.isFinite else { return nil }
        switch self {
        case .linear: return value / 4
        case .log: return value > 0 ? log10(value) : nil
        case .symlog(let threshold):
            let magnitude = value.magnitude
            if magnitude <= threshold { return value / threshold }
            let place = 1 + log10(magnitude) - log10(threshold)
            return value < 0 ? -place : place
        }
    }

    /// Returns the value at a position.
    package func value(at place: Double) -> Double {
        switch self {
        case .linear: return place * 4
        case .log: return pow(10, place)
        case .symlog(let threshold):
            if place.magnitude <= 1 { return place * threshold }
            let magnitude = threshold * pow(10, place.magnitude - 1)
            return place < 0 ? -magnitude : magnitude
        }
    }
}

extension Double {
    /// Returns the number nearest to a power of ten.
    package static func powerOfTen(_ exponent: Int) -> Double {
        Double("1e\(exponent)") ?? (exponent < 0 ? 0 : .infinity)
    }
}
