internal import Display

/// A planner that determines a figure's axes from its marks.
package struct FigurePlanner: Sendable {
    /// The columns of a line of text, for which labels are selected.
    package var columns = 80
    /// The rows of the plot in text.
    package var rows = 16
    /// The figure.
    private let figure: Figure
    /// The sheet with the marks.
    package private(set) var sheet: Sheet
    /// Indicates whether the axes are exchanged, so that long names have their own lines.
    private var isTransposed = false

    /// Creates a planner, and adds the figure's marks to its sheet.
    package init(_ figure: Figure, columns: Int = 80, rows: Int = 16) {
        self.figure = figure
        self.columns = columns
        self.rows = rows
        sheet = Sheet()
        for mark in figure.marks { mark.lay(on: &sheet) }
        sheet.arrangeBars(stacked: figure.stacksBars, scale: figure.y.scale)
        isTransposed = needsTransposition
        if isTransposed { sheet.transpose() }
    }

    /// Makes the horizontal axis the same as that of other panels.
    package mutating func share(x extent: Extent, names: [String], fillsColumns: Bool) {
        sheet.x.include(extent)
        if sheet.xNames.count < names.count { sheet.xNames = names }
        sheet.fillsColumns = sheet.fillsColumns || fillsColumns
    }

    /// Extends the color scale to the values of other panels.
    package mutating func share(colors extent: Extent) {
        sheet.colorExtent.include(extent)
    }

    /// The planned figure.
    package var plan: FigurePlan {
        let y = plannedY
        let margin = (y.ticks.map { $0.label(in: .ascii).columns }.max() ?? 0) + 3
        let x = plannedX(columns: max(8, columns - margin))
        var plan = FigurePlan(
            title: figure.title, x: x, y: y, shapes: sheet.shapes.sorted(), legend: sheet.legend,
            colors: sheet.colors.map { $0.scale(for: sheet.colorExtent) },
            notes: sheet.notes + x.notes + y.notes, caption: figure.caption,
            seriesCount: sheet.seriesCount, cellColumns: nil, cellRows: nil, hasGrid: false,
            isEmpty: sheet.x.isEmpty && sheet.y.isEmpty && sheet.surfaceEnds == nil)
        if sheet.fillsColumns { plan.cellColumns = Self.cells(of: x) }
        if sheet.fillsRows { plan.cellRows = Self.cells(of: y) }
        plan.hasGrid = plan.grid != nil
        if sheet.y.lower == nil && !sheet.y.isEmpty && !isTransposed {
            plan.notes.append("no finite values")
        }
        plan.notes += sheet.shapes.compactMap { Self.noteOutside($0, x: x, y: y) }
        return plan
    }

    // MARK: - Axes

    /// The vertical axis.
    private var plannedY: AxisPlan {
        var axis = isTransposed ? figure.x : figure.y
        if sheet.startsAtTop || (isTransposed && !sheet.yNames.isEmpty) { axis.isReversed.toggle() }
        if axis.range == nil { axis.range = sheet.surfaceEnds?.y }
        var planner = AxisPlanner(axis: axis, extent: sheet.y)
        planner.categories = sheet.yNames.map { $0.elided(to: 26) }
        planner.endsAtTicks = sheet.surfaceEnds == nil
        planner.fillsCells = sheet.fillsRows
        planner.mostTicks = sheet.fillsRows ? 14 : min(6, max(2, rows / 2))
        if !sheet.yNames.isEmpty { planner.mostTicks = sheet.yNames.count }
        planner.leastGap = 0.95 / Double(rows)
        return planner.plan
    }

    /// Returns the horizontal axis for a plot of the given width.
    private func plannedX(columns: Int) -> AxisPlan {
        var axis = isTransposed ? figure.y : figure.x
        if axis.range == nil { axis.range = sheet.surfaceEnds?.x }
        var planner = AxisPlanner(axis: axis, extent: sheet.x)
        let slot = columns / max(1, sheet.xNames.count)
        planner.categories = sheet.xNames.map { slot > 4 ? $0.elided(to: slot - 2) : $0 }
        planner.fillsCells = sheet.fillsColumns
        planner.endsAtTicks = isTransposed
        let grid = sheet.gridColumns.map { 2 * $0 }
        planner.columns = min(columns, grid.map { max($0, columns / 2) } ?? columns)
        planner.mostTicks = sheet.fillsColumns ? 12 : 8
        if !sheet.xNames.isEmpty { planner.mostTicks = sheet.xNames.count }
        var plan = planner.plan
        if !sheet.xNames.isEmpty && plan.ticks.count < sheet.xNames.count {
            plan.notes.append("\(plan.ticks.count) of \(sheet.xNames.count) names are shown")
        }
        return plan
    }

    /// Indicates whether bars have names that do not fit under them.
    private var needsTransposition: Bool {
        guard !sheet.bars.isEmpty, !sheet.xNames.isEmpty, sheet.surfaceEnds == nil,
            !sheet.fillsRows
        else { return false }
        switch figure.barDirection {
        case .horizontal: return true
        case .vertical: return false
        case nil: break
        }
        let slot = (columns - 10) / sheet.xNames.count
        return sheet.xNames.contains { name in
            max(Double(name.columns), TextMetrics.tick.width(of: name) / 7.5) > Double(slot - 2)
        }
    }

    /// Returns the number of integers that a plan of cells covers.
    private static func cells(of plan: AxisPlan) -> Int? {
        let count = (plan.upperValue - plan.lowerValue).rounded()
        return count >= 1 && count < 100_000 ? Int(count) : nil
    }

    // MARK: - Notes

    /// Returns a remark about points beyond the axes.
    private static func noteOutside(_ shape: DrawnShape, x: AxisPlan, y: AxisPlan) -> String? {
        guard case .line(let line) = shape else { return nil }
        let isOutside = { (point: DataPoint?) -> Bool in
            guard let point else { return false }
            for (axis, value) in [(x, point.x), (y, point.y)] {
                guard case .fraction(let fraction)? = axis.position(of: value) else { continue }
                if fraction < -1e-9 || fraction > 1 + 1e-9 { return true }
            }
            return false
        }
        guard let first = line.points.firstIndex(where: isOutside), let point = line.points[first]
        else { return nil }
        let name = line.name.isEmpty ? "" : "\(line.name.singleLine): "
        let spelling = { NumberFormat.significant(4).spelling(of: $0) }
        let place = "(\(spelling(point.x)), \(spelling(point.y)))"
        if line.isPath { return "\(name)leaves the plot on the way to stop \(first), at \(place)" }
        let count = line.points.count(where: isOutside)
        return "\(name)\(count) \(count == 1 ? "point lies" : "points lie") outside the plot, "
            + "\(count == 1 ? "at" : "the first at") \(place)"
    }
}

extension Sheet {
    /// The columns of the widest grid.
    fileprivate var gridColumns: Int? {
        shapes.compactMap { shape in
            guard case .grid(let grid) = shape else { return nil }
            return grid.columnCount
        }.max()
    }

    /// Exchanges the axes.
    fileprivate mutating func transpose() {
        shapes = shapes.map(\.transposed)
        (x, y) = (y, x)
        (xNames, yNames) = (yNames, xNames)
        (fillsColumns, fillsRows) = (fillsRows, fillsColumns)
    }
}

extension [DrawnShape] {
    /// Returns the shapes from back to front, in a stable order.
    fileprivate func sorted() -> [DrawnShape] {
        let layers = map { shape in
            switch shape {
            case .surface, .grid: 0
            case .zone: 1
            case .band: 2
            case .bar: 3
            case .rule: 4
            case .line: 5
            case .arrow: 6
            case .note: 7
            }
        }
        return (0...7).flatMap { layer in zip(layers, self).filter { $0.0 == layer }.map(\.1) }
    }
}
