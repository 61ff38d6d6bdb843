extension Figure {
    /// Returns the figure with its horizontal axis described.
    ///
    /// - Parameters:
    ///   - label: what the axis measures.
    ///   - unit: the unit of the numbers.
    ///   - scale: how values become places.
    ///   - range: the values at the two ends, or nothing where the data decide.
    ///   - reversed: whether values grow to the left.
    ///   - ticks: which places get a label.
    public func xAxis(
        _ label: String = "", unit: String? = nil, scale: Scale = .linear,
        range: ClosedRange<Double>? = nil, reversed: Bool = false, ticks: Axis.Ticks = .automatic
    ) -> Figure {
        var copy = self
        copy.x = Axis(
            label, unit: unit, scale: scale, range: range, isReversed: reversed, ticks: ticks)
        return copy
    }

    /// Returns the figure with its vertical axis described.
    ///
    /// - Parameters:
    ///   - label: what the axis measures.
    ///   - unit: the unit of the numbers.
    ///   - scale: how values become places.
    ///   - range: the values at the two ends, or nothing where the data decide.
    ///   - reversed: whether values grow downwards.
    ///   - ticks: which places get a label.
    public func yAxis(
        _ label: String = "", unit: String? = nil, scale: Scale = .linear,
        range: ClosedRange<Double>? = nil, reversed: Bool = false, ticks: Axis.Ticks = .automatic
    ) -> Figure {
        var copy = self
        copy.y = Axis(
            label, unit: unit, scale: scale, range: range, isReversed: reversed, ticks: ticks)
        return copy
    }

    /// Returns the figure with a sentence under it.
    public func caption(_ text: String) -> Figure {
        var copy = self
        copy.caption = text
        return copy
    }

    /// Returns the figure with its bars on one another instead of side by side.
    public func stacked() -> Figure {
        var copy = self
        copy.stacksBars = true
        return copy
    }

    /// Returns the figure with its bars lying, each name on a line of its own.
    public func horizontal() -> Figure {
        var copy = self
        copy.barDirection = .horizontal
        return copy
    }

    /// Returns the figure with another height of the plot.
    ///
    /// - Parameters:
    ///   - pixels: the height in the SVG, from 40 to 2,000 pixels; usually 260.
    ///   - rows: the height in text, from 3 to 200 rows; usually 16.
    public func height(pixels: Double? = nil, rows: Int? = nil) -> Figure {
        var copy = self
        copy.plotHeight = pixels.map { $0.isFinite ? min(2000, max(40, $0)) : 260 } ?? plotHeight
        copy.plotRows = rows.map { min(200, max(3, $0)) } ?? plotRows
        return copy
    }
}
