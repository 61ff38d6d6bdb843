/// A point in the units of the axes.
package struct DataPoint: Sendable, Hashable {
    /// The value along the horizontal axis.
    package var x: Double
    /// The value along the vertical axis.
    package var y: Double

    /// Creates a point.
    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    /// The point with its axes exchanged.
    package var transposed: DataPoint { DataPoint(y, x) }
}
