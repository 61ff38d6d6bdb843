/// A series of points, connected or not.
package struct LineShape: Sendable, Hashable {
    /// The points; `nil` where the line is interrupted.
    package var points: [DataPoint?]
    /// The style of the series.
    package var style: SeriesStyle
    /// Indicates whether neighbors are connected.
    package var isConnected = true
    /// The choice of points with markers.
    package var markers = Markers.automatic
    /// Indicates whether the start is marked and the end is an arrow head.
    package var isPath = false
    /// The label, for remarks.
    package var name = ""
}
