/// The settings of a mark for the color scale.
package struct ColorRequest: Sendable, Hashable {
    /// The name of the quantity.
    package var title: String
    /// The scale.
    package var scale: Scale
    /// The values at the ends, or `nil` to derive them from the data.
    package var range: ClosedRange<Double>?
    /// Indicates whether the colors diverge from zero; `nil` to derive it from the data.
    package var isDiverging: Bool?

    /// Returns the color scale for data.
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
