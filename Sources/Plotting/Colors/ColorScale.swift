/// A fully determined color scale.
package struct ColorScale: Sendable, Hashable {
    /// The meaning of a cell's color.
    package enum Shade: Sendable, Hashable {
        /// There is no cell.
        case absent
        /// The value is not a number.
        case notANumber
        /// The value is infinite.
        case infinite(isNegative: Bool)
        /// The value is zero or negative, for which a logarithmic scale has no position.
        case zero
        /// The position of the value between the ends of the scale, from 0 to 1.
        case level(Double)
    }

    /// The name of the quantity.
    package var title: String
    /// The axis of the scale.
    package var axis: AxisPlan
    /// Indicates whether the colors diverge from a neutral middle.
    package var isDiverging: Bool
    /// The extent of the values.
    package var extent: Extent

    /// Returns the meaning of a value's color.
    package func shade(of value: Double?) -> Shade {
        guard let value else { return .absent }
        if value.isNaN { return .notANumber }
        if value.isInfinite { return .infinite(isNegative: value < 0) }
        guard case .fraction(let fraction)? = axis.position(of: value) else { return .zero }
        return .level(min(1, max(0, fraction)))
    }
}
