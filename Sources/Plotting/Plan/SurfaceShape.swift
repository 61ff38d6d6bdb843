/// Values on a rectangular grid of points, seen from above.
package struct SurfaceShape: Sendable, Hashable {
    /// The grid's positions along the horizontal axis, ascending.
    package var x: [Double]
    /// The grid's positions along the vertical axis, ascending.
    package var y: [Double]
    /// The values, one row per position along the vertical axis.
    package var values: [[Double]]

    /// Returns the value at the grid point nearest to a position.
    package func value(nearest point: DataPoint) -> Double? {
        guard let column = Self.nearest(to: point.x, in: x),
            let row = Self.nearest(to: point.y, in: y)
        else { return nil }
        return values[row][column]
    }

    /// Returns the index of the nearest of ascending numbers.
    private static func nearest(to value: Double, in places: [Double]) -> Int? {
        guard !places.isEmpty else { return nil }
        var (low, high) = (0, places.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if places[middle] <= value { low = middle } else { high = middle }
        }
        return (value - places[low]).magnitude <= (places[high] - value).magnitude ? low : high
    }
}
