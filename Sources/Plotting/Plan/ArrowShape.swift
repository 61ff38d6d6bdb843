/// An arrow between two points.
package struct ArrowShape: Sendable, Hashable {
    /// Where it starts.
    package var start: DataPoint
    /// Where its head is.
    package var end: DataPoint
    /// The look.
    package var style: SeriesStyle
}
