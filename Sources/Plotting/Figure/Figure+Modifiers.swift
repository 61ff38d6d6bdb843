extension Figure {
    /// Returns the figure with settings for its horizontal axis.
    ///
    /// - Parameters:
    ///   - label: the label of the axis.
    ///   - unit: the unit of the numbers.
    ///   - scale: the scale.
    ///   - range: the values at the two ends, or `nil` to derive them from the data.
    ///   - reversed: whether values increase to the left.
    ///   - ticks: the choice of ticks.
    public func xAxis(
        _ label: String = "", unit: String? = nil, scale: Scale = .linear,
        range: ClosedRange<Double>? = nil, reversed: Bool = false, ticks: Axis.Ticks = .automatic
    ) -> Figure {
        var copy = self
        copy.x = Axis(
            label, unit: unit, scale: scale, range: range, isReversed: reversed, ticks: ticks)
        return copy
    }

    /// Returns the figure with settings for its vertical axis.
    ///
    /// - Parameters:
    ///   - label: the label of the axis.
    ///   - unit: the unit of the numbers.
    ///   - scale: the scale.
    ///   - range: the values at the two ends, or `nil` to derive them from the data.
    ///   - reversed: whether values increase downwards.
    ///   - ticks: the choice of ticks.
    public func yAxis(
        _ label: String = "", unit: String? = nil, scale: Scale = .linear,
        range: ClosedRange<Double>? = nil, reversed: Bool = false, ticks: Axis.Ticks = .automatic
    ) -> Figure {
        var copy = self
        copy.y = Axis(
            label, unit: unit, scale: scale, range: range, isReversed: reversed, ticks: ticks)
        return copy
    }

    /// Returns the figure with a caption.
    public func caption(_ text: String) -> Figure {
        var copy = self
        copy.caption = text
        return copy
    }

    /// Returns the figure with stacked instead of grouped bars.
    public func stacked() -> Figure {
        var copy = self
        copy.stacksBars = true
        return copy
    }

    /// Returns the figure with horizontal bars, each with its name on a separate line.
    public func horizontal() -> Figure {
        var copy = self
        copy.barDirection = .horizontal
        return copy
    }

    /// Returns the figure with another height of the plot.
    ///
    /// - Parameters:
    ///   - pixels: the height in the SVG, from 40 to 2,000 pixels; 260 by default.
    ///   - rows: the height in text, from 3 to 200 rows; 16 by default.
    public func height(pixels: Double? = nil, rows: Int? = nil) -> Figure {
        var copy = self
        copy.plotHeight = pixels.map { $0.isFinite ? min(2000, max(40, $0)) : 260 } ?? plotHeight
        copy.plotRows = rows.map { min(200, max(3, $0)) } ?? plotRows
        return copy
    }
}
