/// What a mark asks of the key from numbers to colors.
package struct ColorRequest: Sendable, Hashable {
    /// What the numbers are.
    package var title: String
    /// How values become colors.
    package var scale: Scale
    /// The values at the ends, or nothing where the data decide.
    package var range: ClosedRange<Double>?
    /// Whether the colors run in two directions from zero; nothing where the data decide.
    package var isDiverging: Bool?

    /// Returns the key for values of which so much is known.
    package func scale(for extent: Extent) -> ColorScale {
        let isSigned = isDiverging ?? ((extent.lower ?? 0) < 0 && (extent.upper ?? 0) > 0)
        var extent = extent
        if isSigned && scale != .log {
            extent.include(extent.upper.map { -$0 })
            extent.include(extent.lower.map { -$0 })
        }
        let title = title.singleLine
        var planner = AxisPlanner(
            axis: Axis(title, scale: scale, range: range), extent: extent)
        planner.endsAtTicks = true
        planner.mostTicks = 5
        var plan = planner.plan
        plan.lanes = []
        return ColorScale(
            title: title, axis: plan, isDiverging: isSigned && scale != .log, extent: extent)
    }
}
