/// An area between two curves.
package struct BandShape: Sendable, Hashable {
    /// The places along the base axis.
    package var positions: [Double]
    /// One edge, as long as the positions; nothing where the area is interrupted.
    package var lower: [Double?]
    /// The other edge.
    package var upper: [Double?]
    /// The look.
    package var style: SeriesStyle
    /// Which way the distance between the edges is measured.
    package var direction = Direction.vertical
}
