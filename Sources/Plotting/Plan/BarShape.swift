/// One bar of a group or a stack.
package struct BarShape: Sendable, Hashable {
    /// The integer at the center of the group.
    package var slot: Double
    /// The index of the bar in its group, starting at 0.
    package var place: Int
    /// The number of bars side by side in a group.
    package var count: Int
    /// Indicates whether the bar may be stacked on another one.
    package var isStacked = false
    /// The start of the bar, or `nil` for the end of the axis.
    package var base: Double?
    /// The end of the bar.
    package var value: Double
    /// The style of the series.
    package var style: SeriesStyle
    /// The direction of the bar.
    package var direction = Direction.vertical
}
