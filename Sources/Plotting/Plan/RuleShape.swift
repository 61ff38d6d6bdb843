/// A line across the whole plot.
package struct RuleShape: Sendable, Hashable {
    /// The axis of the value.
    package var direction: Direction
    /// Indicates whether the value is NaN.
    package var value: Double
    /// The role of the color.
    package var tint: Tint
}
