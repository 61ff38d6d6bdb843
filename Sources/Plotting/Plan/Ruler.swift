/// An axis laid along a line of pixels or dots.
package struct Ruler: Sendable {
    /// The axis.
    package let plan: AxisPlan
    /// Where the axis's lower end lies.
    package let start: Double
    /// Where its upper end lies; before the start where the line runs up the page.
    package let end: Double
    /// Where the middle of each lane lies, in the plan's order.
    package let laneCentres: [Double]

    /// Returns where a value lies, also beyond the ends, and whether that is in a lane.
    package func place(of value: Double) -> (at: Double, isInLane: Bool)? {
        switch plan.position(of: value) {
        case .fraction(let fraction)?: (at(fraction), false)
        case .lane(let lane)?: centre(of: lane).map { ($0, true) }
        case nil: nil
        }
    }

    /// Returns where a fraction of the way from the lower to the upper end lies.
    package func at(_ fraction: Double) -> Double {
        let way = plan.isReversed ? 1 - fraction : fraction
        return start + (end - start) * max(-1e6, min(1e6, way))
    }

    /// Returns where the middle of a lane lies.
    package func centre(of lane: Lane) -> Double? {
        plan.lanes.firstIndex(of: lane).map { laneCentres[$0] }
    }

    /// Returns where a value lies, moved to the nearer end where it lies beyond.
    package func clampedPlace(of value: Double) -> Double? {
        guard let place = place(of: value) else { return nil }
        return place.isInLane ? place.at : min(max(place.at, min(start, end)), max(start, end))
    }

    /// Returns whether a position lies between the ends.
    package func spans(_ position: Double) -> Bool {
        position >= min(start, end) - 1e-6 && position <= max(start, end) + 1e-6
    }
}

/// A position in pixels or dots, from the top left.
package struct Spot: Sendable, Hashable {
    /// The distance from the left.
    package var x: Double
    /// The distance from the top.
    package var y: Double

    /// Takes the distances from the left and from the top.
    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// The rectangle of a plot, with a ruler along each of its sides.
package struct Frame: Sendable {
    /// The horizontal axis.
    package let x: Ruler
    /// The vertical axis.
    package let y: Ruler

    /// Returns where a point lies, also beyond the rectangle, and whether it is in a lane.
    package func spot(of point: DataPoint) -> (spot: Spot, isInLane: Bool)? {
        guard let x = x.place(of: point.x), let y = y.place(of: point.y) else { return nil }
        return (Spot(x.at, y.at), x.isInLane || y.isInLane)
    }

    /// Returns whether a spot lies in the rectangle between the ends of both axes.
    package func contains(_ spot: Spot) -> Bool { x.spans(spot.x) && y.spans(spot.y) }

    /// Returns the ruler that runs in a direction.
    package func ruler(_ direction: Direction) -> Ruler { direction == .horizontal ? x : y }

    /// Returns the part of the way between two spots that lies in the rectangle, as fractions.
    package func visiblePart(from start: Spot, to end: Spot) -> ClosedRange<Double>? {
        var (first, last) = (0.0, 1.0)
        let sides = [
            (start.x, end.x - start.x, min(x.start, x.end), max(x.start, x.end)),
            (start.y, end.y - start.y, min(y.start, y.end), max(y.start, y.end)),
        ]
        for (position, way, low, high) in sides {
            if way == 0 {
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
