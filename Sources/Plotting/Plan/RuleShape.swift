/// A line across the whole plot.
package struct RuleShape: Sendable, Hashable {
    /// The axis on which the value lies.
    package var direction: Direction
    /// The value.
    package var value: Double
    /// What the color is for.
    package var tint: Tint
}
