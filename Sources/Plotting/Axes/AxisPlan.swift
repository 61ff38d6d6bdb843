package import Display

/// A fully determined axis: its ends, ticks and lanes, the same for every renderer.
package struct AxisPlan: Sendable, Hashable {
    /// The label with its unit.
    package var title: String
    /// The transform of the scale.
    package var transform: ScaleTransform
    /// The lower end, in the transform's units.
    package var lower: Double
    /// The upper end, above the lower one.
    package var upper: Double
    /// Indicates whether values increase to the left, or downwards.
    package var isReversed: Bool
    /// The labeled ticks between the ends, in ascending order.
    package var ticks: [Tick]
    /// The lanes, those below the lower end first, from the end outwards.
    package var lanes: [Lane]
    /// Indicates whether the ticks are categories instead of numbers.
    package var isCategorical = false
    /// The remarks about values that the axis cannot show.
    package var notes: [String] = []

    /// The position of a value on an axis.
    package enum Position: Sendable, Hashable {
        /// On the scale: 0 at the lower end, 1 at the upper one, possibly beyond.
        case fraction(Double)
        /// In a lane.
        case lane(Lane)
    }

    /// Returns the position of a value, or `nil` if it has none.
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

    /// Returns whether a lane is to the right of the scale, or above it.
    package func isLaneFar(_ lane: Lane) -> Bool { lane.isAbove != isReversed }

    /// The value at the lower end.
    package var lowerValue: Double { transform.value(at: lower) }

    /// The value at the upper end.
    package var upperValue: Double { transform.value(at: upper) }
}

/// A strip beside an axis for values that have no position on its scale.
package enum Lane: Sendable, Hashable {
    /// Infinity and NaN, beyond the upper end.
    case notFinite(hasInfinity: Bool, hasNaN: Bool)
    /// Zero on a logarithmic axis, below the lower end.
    case zero
    /// Minus infinity, below everything else.
    case minusInfinity

    /// Returns the lane's label, in the style of a tick's.
    package func label(in style: TextStyle) -> String {
        let infinity = style == .ascii ? "inf" : "∞"
        switch self {
        case .notFinite(true, true): return "\(infinity),NaN"
        case .notFinite(true, false): return infinity
        case .notFinite(false, _): return "NaN"
        case .zero: return "0"
        case .minusInfinity: return "-" + infinity
        }
    }

    /// Indicates whether the lane is beyond the upper end of the scale.
    package var isAbove: Bool {
        if case .notFinite = self { return true }
        return false
    }
}
