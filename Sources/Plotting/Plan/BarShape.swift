/// One bar of a group or a stack.
package struct BarShape: Sendable, Hashable {
    /// The whole number around which the group stands.
    package var slot: Double
    /// The place of the bar in its group, from 0.
    package var place: Int
    /// How many bars stand side by side in a group.
    package var count: Int
    /// Whether the bar may stand on another one.
    package var isStacked = false
    /// Where the bar starts, or nothing for the end of the axis.
    package var base: Double?
    /// Where it ends.
    package var value: Double
    /// The look.
    package var style: SeriesStyle
    /// Which way the bar points.
    package var direction = Direction.vertical
}
