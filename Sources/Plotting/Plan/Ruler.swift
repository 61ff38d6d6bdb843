/// An axis mapped to pixels or dots.
package struct Ruler: Sendable {
    /// The axis.
    package let plan: AxisPlan
    /// The position of the axis's lower end.
    package let start: Double
    /// The position of its upper end, which is smaller if the axis runs up the page.
    package let end: Double
    /// The center of each lane, in the plan's order.
    package let laneCenters: [Double]

    /// Returns the position of a value, possibly beyond the ends, and whether it is in a lane.
    package func place(of value: Double) -> (at: Double, isInLane: Bool)? {
        switch plan.position(of: value) {
        case .fraction(let fraction)?: (at(fraction), false)
        case .lane(let lane)?: center(of: lane).map { ($0, true) }
        case nil: nil
        }
    }

    /// Returns the position of a fraction between the lower and the upper end.
    package func at(_ fraction: Double) -> Double {
        let way = plan.isReversed ? 1 - fraction : fraction
        return start + (end - start) * max(-1e6, min(1e6, way))
    }

    /// Returns the center of a lane.
    package func center(of lane: Lane) -> Double? {
        plan.lanes.firstIndex(of: lane).map { laneCenters[$0] }
    }

    /// Returns the position of a value, clamped to the ends.
    package func clampedPlace(of value: Double) -> Double? {
        guard let place = place(of: value) else { return nil }
        return place.isInLane ? place.at : min(max(place.at, min(start, end)), max(start, end))
    }

    /// Returns whether a position is between the ends.
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
