/// An axis with everything decided: its ends, its ticks and its lanes, the same for every renderer.
package struct AxisPlan: Sendable, Hashable {
    /// What the axis measures, with its unit.
    package var title: String
    /// The arithmetic of the scale.
    package var transform: ScaleTransform
    /// The place of the lower end, in the transform's units.
    package var lower: Double
    /// The place of the upper end, above the lower one.
    package var upper: Double
    /// Whether values grow to the left, or downwards.
    package var isReversed: Bool
    /// The labeled places between the ends, ascending.
    package var ticks: [Tick]
    /// The lanes, those below the lower end first, from the end outwards.
    package var lanes: [Lane]
    /// Whether the ticks are names instead of numbers.
    package var isCategorical = false
    /// What a person should know about values that the axis cannot show.
    package var notes: [String] = []

    /// Where a value lies on an axis.
    package enum Position: Sendable, Hashable {
        /// On the scale: 0 at the lower end, 1 at the upper one, others beyond.
        case fraction(Double)
        /// In a lane.
        case lane(Lane)
    }

    /// Returns where a value lies, or nothing where it has no place.
    package func position(of value: Double) -> Position? {
        guard value.isFinite else {
            if value == -.infinity {
                return lanes.contains(.minusInfinity) ? .lane(.minusInfinity) : nil
            }
            return lanes.first(where: \.isAbove).map(Position.lane)
        }
        guard let place = transform(value) else {
            return value == 0 && lanes.contains(.zero) ? .lane(.zero) : nil
        }
        return .fraction((place - lower) / (upper - lower))
    }

    /// Returns whether a lane lies to the right of the scale, or above it.
    package func isLaneFar(_ lane: Lane) -> Bool { lane.isAbove != isReversed }

    /// The value at the lower end.
    package var lowerValue: Double { transform.value(at: lower) }

    /// The value at the upper end.
    package var upperValue: Double { transform.value(at: upper) }
}
