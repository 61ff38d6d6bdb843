/// A shaded interval of one axis, across the whole plot.
package struct ZoneShape: Sendable, Hashable {
    /// The axis of the interval.
    package var direction: Direction
    /// The start, or `nil` for the end of the axis.
    package var lower: Double?
    /// The end, or `nil` for the end of the axis.
    package var upper: Double?
}
