/// The outline of a marker.
package enum MarkerShape: Int, Sendable, Hashable, CaseIterable {
    /// A disc.
    case circle
    /// A triangle that points up.
    case triangle
    /// A square.
    case square
    /// A square standing on a corner.
    case diamond
    /// A triangle that points down.
    case downTriangle
    /// A diagonal cross.
    case cross

    /// Returns the marker of a series, counted from 0.
    package static func ofSeries(_ index: Int) -> MarkerShape {
        allCases[index.magnitudeModulo(allCases.count)]
    }
}
