/// An arrow between two points.
package struct ArrowShape: Sendable, Hashable {
    /// The start.
    package var start: DataPoint
    /// The head.
    package var end: DataPoint
    /// The style of the series.
    package var style: SeriesStyle
}
