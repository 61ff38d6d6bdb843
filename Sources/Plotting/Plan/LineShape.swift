/// Points in order, connected or not.
package struct LineShape: Sendable, Hashable {
    /// The points; nothing where the line is interrupted.
    package var points: [DataPoint?]
    /// The look.
    package var style: SeriesStyle
    /// Whether neighbors are connected.
    package var isConnected = true
    /// Which points get a marker.
    package var markers = Markers.automatic
    /// Whether the last stretch ends in an arrow head and the start is marked.
    package var isPath = false
    /// What the line stands for, for messages.
    package var name = ""
}
