package import Display

/// The drawing of a plot's shapes in characters.
package struct TextPlot: Sendable, ShapeRenderer {
    /// The figure.
    package let plan: FigurePlan
    /// The canvas.
    package var canvas: TextCanvas
    /// The mapping of values to positions, in dots.
    package let frame: PlotFrame
    /// The characters in use.
    package let glyphs: TextGlyphs
    /// The number of rows above the scale that belong to lanes.
    package let rowsAbove: Int
    /// The remarks about shapes that are drawn differently than requested.
    package var notes: [String] = []

    /// Creates a drawing with the given number of rows without lanes, and a maximum width.
    package init(_ plan: FigurePlan, columns: Int, rows: Int, style: TextStyle) {
        self.plan = plan
        glyphs = TextGlyphs(style)
        let lanesBefore = plan.x.lanes.count { !plan.x.isLaneFar($0) }
        rowsAbove = plan.y.lanes.count(where: plan.y.isLaneFar)
        let rowsBelow = plan.y.lanes.count - rowsAbove
        let width =
            4 * plan.x.lanes.count + Self.width(of: plan, within: columns - 4 * plan.x.lanes.count)
        canvas = TextCanvas(columns: width, rows: rows + plan.y.lanes.count, style: style)
        let inset = plan.cellColumns == nil && !plan.hasBars ? 0.5 : 0
        let lead = Double(8 * lanesBefore)
        let x = Ruler(
            plan: plan.x, start: lead + inset,
            end: Double(2 * width - 8 * (plan.x.lanes.count - lanesBefore)) - inset,
            laneCenters: Self.centers(
                plan.x, before: lanesBefore, size: 8, length: 2 * width, isDown: true))
        let yInset = plan.cellRows == nil && !plan.hasBars ? 0.5 : 0
        let height = 4 * (rows + plan.y.lanes.count)
        let y = Ruler(
            plan: plan.y, start: Double(height - 4 * rowsBelow) - yInset,
            end: Double(4 * rowsAbove) + yInset,
            laneCenters: Self.centers(
                plan.y, before: rowsBelow, size: 4, length: height, isDown: false))
        frame = PlotFrame(x: x, y: y)
        for shape in plan.shapes { draw(shape) }
        if plan.isEmpty { writeCentered(FigurePlan.emptyMessage) }
    }

    /// Returns the columns of a plot: a multiple of the number of its cells, if it has cells.
    private static func width(of plan: FigurePlan, within columns: Int) -> Int {
        guard let cells = plan.cellColumns, cells <= columns else { return max(1, columns) }
        guard plan.hasGrid && !plan.fillsWidth else { return columns / cells * cells }
        let grid = plan.grid
        let wanted = grid.map { $0.showsNumbers ? numberWidth(of: $0) + 3 : 0 } ?? 0
        if wanted > 0 && wanted * cells <= columns { return wanted * cells }
        return min(columns / cells, cells > 17 ? 2 : 3) * cells
    }

    /// Returns the columns of the longest number of a grid.
    package static func numberWidth(of grid: GridShape) -> Int {
        let values = grid.rows.flatMap { $0 }.compactMap { $0 }
        return values.map { gridSpelling(of: $0).count }.max() ?? 1
    }

    /// Returns a number as shown in a cell.
    package static func gridSpelling(of value: Double) -> String {
        NumberFormat.significant(2).spelling(of: value)
    }

    /// Returns the centers of lanes.
    private static func centers(
        _ plan: AxisPlan, before: Int, size: Int, length: Int, isDown: Bool
    ) -> [Double] {
        var (low, high) = (0, 0)
        return plan.lanes.map { lane in
            let isFirst = !plan.isLaneFar(lane)
            let position =
                isFirst ? (before - 1 - low) * size + size / 2 : length - (high * size + size / 2)
            if isFirst { low += 1 } else { high += 1 }
            // Rows are counted from the top, which is the upper end of a vertical axis.
            let place = isDown ? position : length - position
            return Double(place)
        }
    }

    /// Writes a text in the middle of the plot.
    private mutating func writeCentered(_ text: String) {
        let text = text.elided(to: canvas.columns)
        canvas.write(text, (canvas.columns - text.columns) / 2, canvas.rows / 2)
    }

    /// Returns the character that contains a position in dots.
    package func cell(_ spot: Spot) -> (column: Int, row: Int) {
        let column = Int((spot.x / 2).rounded(.down))
        let row = Int((spot.y / 4).rounded(.down))
        return (
            min(canvas.columns - 1, max(0, column)), min(canvas.rows - 1, max(0, row))
        )
    }
}
