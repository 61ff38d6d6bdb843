/// What is known of the values along one axis, gathered as marks are laid out.
package struct Extent: Sendable, Hashable {
    /// The smallest finite value.
    package private(set) var lower: Double?
    /// The largest finite value.
    package private(set) var upper: Double?
    /// The smallest finite value above zero.
    package private(set) var smallestPositive: Double?
    /// The smallest magnitude of a finite value other than zero.
    package private(set) var smallestMagnitude: Double?
    /// Whether zero occurs.
    package private(set) var hasZero = false
    /// Whether plus infinity occurs.
    package private(set) var hasInfinity = false
    /// Whether minus infinity occurs.
    package private(set) var hasNegativeInfinity = false
    /// Whether something that is not a number occurs.
    package private(set) var hasNaN = false
    /// Whether every finite value is a whole number.
    package private(set) var isIntegral = true
    /// How many finite values lie below zero.
    package private(set) var negativeCount = 0

    /// Knows nothing yet.
    package init() {}

    /// Knows the given values.
    package init(_ values: some Sequence<Double?>) {
        for value in values { include(value) }
    }

    /// Whether no value has been seen, not even one that is not finite.
    package var isEmpty: Bool { lower == nil && !hasInfinity && !hasNegativeInfinity && !hasNaN }

    /// Takes one more value into account; an absent one changes nothing.
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

    /// Takes another extent's values into account.
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
