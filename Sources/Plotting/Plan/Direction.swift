/// The direction of an axis.
package enum Direction: Sendable, Hashable {
    /// From left to right.
    case horizontal
    /// From bottom to top.
    case vertical

    /// The other direction.
    package var other: Direction { self == .horizontal ? .vertical : .horizontal }
}
