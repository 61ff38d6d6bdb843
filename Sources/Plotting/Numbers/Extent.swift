/// The extent of the values along one axis, collected as marks are added.
package struct Extent: Sendable, Hashable {
    /// The smallest finite value.
    package private(set) var lower: Double?
    /// The largest finite value.
    package private(set) var upper: Double?
    /// The smallest positive finite value.
    package private(set) var smallestPositive: Double?
    /// The smallest magnitude of a nonzero finite value.
    package private(set) var smallestMagnitude: Double?
    /// Indicates whether zero occurs.
    package private(set) var hasZero = false
    /// Indicates whether plus infinity occurs.
    package private(set) var hasInfinity = false
    /// Indicates whether minus infinity occurs.
    package private(set) var hasNegativeInfinity = false
    /// Indicates whether NaN occurs.
    package private(set) var hasNaN = false
    /// Indicates whether every finite value is an integer.
    package private(set) var isIntegral = true
    /// The number of negative finite values.
    package private(set) var negativeCount = 0

    /// Creates an empty extent.
    package init() {}

    /// Creates the extent of values.
    package init(_ values: some Sequence<Double?>) {
        for value in values { include(value) }
    }

    /// Indicates whether there are no values, finite or not.
    package var isEmpty: Bool { lower == nil && !hasInfinity && !hasNegativeInfinity && !hasNaN }

    /// Includes a value; an absent one changes nothing.
    package mutating func include(_ value: Double?) {
        guard let value else { return }
        guard value.isFinite else {
            if value.isNaN { hasNaN = true }
            if value == .infinity { hasInfinity = true }
            if value == -.infinity { hasNegativeInfinity = true }
            return
        }
        lower = min(lower ?? value, value)
        upper = max(upper ?? value, value)
        if value == 0 { hasZero = true }
        if value < 0 { negativeCount += 1 }
        if value > 0 { smallestPositive = min(smallestPositive ?? value, value) }
        if value != 0 {
            smallestMagnitude = min(smallestMagnitude ?? value.magnitude, value.magnitude)
        }
        if value.rounded() != value { isIntegral = false }
    }

    /// Includes the values of another extent.
    package mutating func include(_ other: Extent) {
        let negatives = negativeCount + other.negativeCount
        for value in [other.lower, other.upper, other.smallestPositive] { include(value) }
        if let magnitude = other.smallestMagnitude {
            smallestMagnitude = min(smallestMagnitude ?? magnitude, magnitude)
        }
        hasZero = hasZero || other.hasZero
        hasInfinity = hasInfinity || other.hasInfinity
        hasNegativeInfinity = hasNegativeInfinity || other.hasNegativeInfinity
        hasNaN = hasNaN || other.hasNaN
        isIntegral = isIntegral && other.isIntegral
        negativeCount = negatives
    }
}
