/// An area between two curves.
package struct BandShape: Sendable, Hashable {
    /// The positions along the base axis.
    package var positions: [Double]
    /// One edge, as long as the positions; `nil` where the area is interrupted.
    package var lower: [Double?]
    /// The other edge.
    package var upper: [Double?]
    /// The style of the series.
    package var style: SeriesStyle
    /// The direction in which the distance of the edges is measured.
    package var direction = Direction.vertical
}
