/// The key from numbers to colors, with everything decided.
package struct ColorScale: Sendable, Hashable {
    /// What a cell's color says.
    package enum Shade: Sendable, Hashable {
        /// There is no cell.
        case absent
        /// The value is not a number.
        case notANumber
        /// The value is infinite.
        case infinite(isNegative: Bool)
        /// The value is zero, which a logarithm cannot place, or below.
        case zero
        /// The value's place between the ends of the scale, 0 to 1.
        case level(Double)
    }

    /// What the numbers are.
    package var title: String
    /// The numbers' axis.
    package var axis: AxisPlan
    /// Whether the colors run in two directions from a neutral middle.
    package var isDiverging: Bool
    /// What is known of the values.
    package var extent: Extent

    /// Returns what a cell's color says.
    package func shade(of value: Double?) -> Shade {
        guard let value else { return .absent }
        if value.isNaN { return .notANumber }
        if value.isInfinite { return .infinite(isNegative: value < 0) }
        guard case .fraction(let fraction)? = axis.position(of: value) else { return .zero }
        return .level(min(1, max(0, fraction)))
    }
}
