/// A coarse map of drawn areas, by which texts avoid them.
package struct InkMap: Sendable {
    /// The squares of four pixels that contain something.
    private var squares: Set<Square> = []

    /// A square of four by four pixels.
    private struct Square: Hashable {
        /// The number of squares to the left.
        let column: Int
        /// The number of squares above.
        let row: Int
    }

    /// Creates an empty map.
    package init() {}

    /// Adds a line through positions.
    package mutating func add(_ spots: [Spot]) {
        for (from, to) in zip(spots, spots.dropFirst()) {
            let steps = max(1, Int(from.distance(to: to) / 2))
            for step in 0...min(steps, 2000) {
                let fraction = Double(step) / Double(min(steps, 2000))
                insert(
                    Spot(from.x + (to.x - from.x) * fraction, from.y + (to.y - from.y) * fraction))
            }
        }
        if let only = spots.first, spots.count == 1 { insert(only) }
    }

    /// Adds one position.
    private mutating func insert(_ spot: Spot) {
        squares.insert(Square(column: Int(spot.x / 4), row: Int(spot.y / 4)))
    }

    /// Returns the number of squares of a rectangle that contain something.
    package func amount(in box: Box) -> Int {
        var amount = 0
        for column in Int(box.left / 4)...max(Int(box.left / 4), Int(box.right / 4)) {
            for row in Int(box.top / 4)...max(Int(box.top / 4), Int(box.bottom / 4)) {
                if squares.contains(Square(column: column, row: row)) { amount += 1 }
            }
        }
        return amount
    }
}
