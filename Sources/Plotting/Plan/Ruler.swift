/// An axis laid along a line of pixels or dots.
package struct Ruler: Sendable {
    /// The axis.
    package let plan: AxisPlan
    /// Where the axis's lower end lies.
    package let start: Double
    /// Where its upper end lies; before the start where the line runs up the page.
    package let end: Double
    /// Where the middle of each lane lies, in the plan's order.
    package let laneCenters: [Double]

    /// Returns where a value lies, also beyond the ends, and whether that is in a lane.
    package func place(of value: Double) -> (at: Double, isInLane: Bool)? {
        switch plan.position(of: value) {
        case .fraction(let fraction)?: (at(fraction), false)
        case .lane(let lane)?: center(of: lane).map { ($0, true) }
        case nil: nil
        }
    }

    /// Returns where a fraction of the way from the lower to the upper end lies.
    package func at(_ fraction: Double) -> Double {
        let way = plan.isReversed ? 1 - fraction : fraction
        return start + (end - start) * max(-1e6, min(1e6, way))
    }

    /// Returns where the middle of a lane lies.
    package func center(of lane: Lane) -> Double? {
        plan.lanes.firstIndex(of: lane).map { laneCenters[$0] }
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

    /// Returns the value at a position between the ends.
    package func value(at position: Double) -> Double {
        let way = (position - start) / (end - start)
        let fraction = plan.isReversed ? 1 - way : way
        return plan.transform.value(at: plan.lower + (plan.upper - plan.lower) * fraction)
    }
}
