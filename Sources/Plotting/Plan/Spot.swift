/// A position in pixels or dots, from the top left.
package struct Spot: Sendable, Hashable {
    /// The distance from the left.
    package var x: Double
    /// The distance from the top.
    package var y: Double

    /// Creates a position.
    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

extension Spot {
    /// Returns the distance to another position.
    package func distance(to other: Spot) -> Double {
        let (dx, dy) = (x - other.x, y - other.y)
        return (dx * dx + dy * dy).squareRoot()
    }
}
