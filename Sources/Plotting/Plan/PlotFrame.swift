/// The rectangle of a plot, with a ruler along each axis.
package struct PlotFrame: Sendable {
    /// The horizontal axis.
    package let x: Ruler
    /// The vertical axis.
    package let y: Ruler

    /// Returns the position of a point, possibly beyond the rectangle, and whether it is in a lane.
    package func spot(of point: DataPoint) -> (spot: Spot, isInLane: Bool)? {
        guard let x = x.place(of: point.x), let y = y.place(of: point.y) else { return nil }
        return (Spot(x.at, y.at), x.isInLane || y.isInLane)
    }

    /// Returns whether a spot is between the ends of both axes.
    package func contains(_ spot: Spot) -> Bool { x.spans(spot.x) && y.spans(spot.y) }

    /// Returns the ruler of a direction.
    package func ruler(_ direction: Direction) -> Ruler { direction == .horizontal ? x : y }

    /// Returns the part of the segment between two spots that is in the rectangle, as fractions.
    package func visiblePart(from start: Spot, to end: Spot) -> ClosedRange<Double>? {
        var (first, last) = (0.0, 1.0)
        let sides = [
            (start.x, end.x - start.x, min(x.start, x.end), max(x.start, x.end)),
            (start.y, end.y - start.y, min(y.start, y.end), max(y.start, y.end)),
        ]
        for (position, way, low, high) in sides {
            // Along a side, rounding decides on which side of it a line lies, which is no reason to
            // clip it.
            if abs(way) < 1e-6 {
                guard position >= low - 1e-6, position <= high + 1e-6 else { return nil }
                continue
            }
            let (one, other) = ((low - position) / way, (high - position) / way)
            first = max(first, min(one, other))
            last = min(last, max(one, other))
        }
        return first <= last ? first...last : nil
    }
}

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
