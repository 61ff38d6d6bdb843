/// Which way an axis runs.
package enum Direction: Sendable, Hashable {
    /// From left to right.
    case horizontal
    /// From bottom to top.
    case vertical

    /// The other one.
    package var other: Direction { self == .horizontal ? .vertical : .horizontal }
}
