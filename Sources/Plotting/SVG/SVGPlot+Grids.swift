extension SVGPlot {
    /// Colors the cells of a grid, merging several if there are too many to see.
    mutating func draw(_ grid: GridShape) {
        guard let colors = plan.colors else { return }
        let factor = max(1, (max(grid.columnCount, grid.rows.count) + 239) / 240)
        if factor > 1 {
            notes.append(
                "each square shows the largest magnitude of up to \(factor) × \(factor) cells")
        }
        let paints = colors.isDiverging ? SVGPaint.signed : SVGPaint.magnitudes
        var paths = Array(repeating: SVGPath(), count: paints.count)
        var specials: [(ColorScale.Shade, Box)] = []
        for row in stride(from: 0, to: grid.rows.count, by: factor) {
            for run in runs(of: grid, row: row, factor: factor, colors, count: paints.count) {
                if let level = run.level {
                    paths[level].add(run.box)
                } else {
                    specials.append((run.shade, run.box))
                }
            }
        }
        for (paint, path) in zip(paints, paths) where !path.data.isEmpty {
            writer.leaf("path", paint.fill + [("d", path.data), ("shape-rendering", "crispEdges")])
        }
        for (shade, box) in specials { Self.special(shade, in: box, isSurface: false, on: &writer) }
        if grid.showsNumbers { writeNumbers(of: grid, colors) }
    }

    /// Adjacent cells of a row with the same appearance.
    private struct Run {
        /// The meaning of their color.
        let shade: ColorScale.Shade
        /// The index of their color, or `nil` if they have none on the scale.
        let level: Int?
        /// The rectangle.
        var box: Box
    }

    /// Returns the cells of a row, merged if they look alike and are too small for gaps.
    private func runs(
        of grid: GridShape, row: Int, factor: Int, _ colors: ColorScale, count: Int
    ) -> [Run] {
        var runs: [Run] = []
        for column in stride(from: 0, to: grid.columnCount, by: factor) {
            let value = grid.loudestValue(
                rows: row..<(row + factor), columns: column..<(column + factor))
            let shade = colors.shade(of: value)
            guard shade != .absent, var box = cell(grid, row: row, column: column, factor: factor)
            else { continue }
            let hasGaps = box.right - box.left > 9 && box.bottom - box.top > 9
            if hasGaps {
                box = Box(
                    left: box.left + 0.5, top: box.top + 0.5, right: box.right - 0.5,
                    bottom: box.bottom - 0.5)
            }
            var level: Int?
            if case .level(let fraction) = shade {
                level = min(count - 1, Int(fraction * Double(count)))
            }
            if !hasGaps, let last = runs.last, last.level == level, level != nil,
                (last.box.right - box.left).magnitude < 0.01
            {
                runs[runs.count - 1].box.right = box.right
            } else {
                runs.append(Run(shade: shade, level: level, box: box))
            }
        }
        return runs
    }

    /// Returns the rectangle of one or several cells.
    private func cell(_ grid: GridShape, row: Int, column: Int, factor: Int) -> Box? {
        let x = grid.firstColumn + Double(column) - 0.5
        let y = grid.firstRow + Double(row) - 0.5
        let columns = Double(min(factor, grid.columnCount - column))
        let rows = Double(min(factor, grid.rows.count - row))
        guard let left = frame.x.clampedPlace(of: x),
            let right = frame.x.clampedPlace(of: x + columns),
            let top = frame.y.clampedPlace(of: y), let bottom = frame.y.clampedPlace(of: y + rows)
        else { return nil }
        let box = Box(
            left: min(left, right), top: min(top, bottom), right: max(left, right),
            bottom: max(top, bottom))
        return box.right - box.left > 0.01 && box.bottom - box.top > 0.01 ? box : nil
    }

    /// Draws a cell whose value has no position on the scale.
    static func special(
        _ shade: ColorScale.Shade, in box: Box, isSurface: Bool, on writer: inout SVGWriter
    ) {
        var path = SVGPath()
        path.add(box)
        let isLarge = box.right - box.left > 11 && box.bottom - box.top > 9
        let middle = Spot((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        let corners = [
            [Spot(box.left, box.top), Spot(box.right, box.bottom)],
            [Spot(box.left, box.bottom), Spot(box.right, box.top)],
        ]
        switch shade {
        case .zero:
            writer.leaf("path", SVGPaint.blank.fill + [("d", path.data)])
            guard isLarge else { return }
            let ring = SVGPath.marker(.circle, at: middle, radius: 2.2)
            writer.leaf("path", SVGPaint.soft.stroke + [("d", ring.data)])
        case .notANumber:
            let paint = isSurface ? SVGPaint.blank.fill : SVGPaint.card.fill(outlined: .alert)
            writer.leaf("path", paint + [("d", path.data)])
            guard !isSurface else { return }
            corners.forEach { stroke($0, .alert, dash: .solid, width: 1.2, on: &writer) }
        case .infinite:
            writer.leaf("path", SVGPaint.alert.fill + [("d", path.data)])
            guard isLarge && !isSurface else { return }
            let dot = SVGPath.marker(.circle, at: middle, radius: 2.4)
            writer.leaf("path", SVGPaint.card.fill + [("d", dot.data)])
        case .absent, .level: return
        }
    }

    /// Writes the numbers into the cells of a grid.
    private mutating func writeNumbers(of grid: GridShape, _ colors: ColorScale) {
        let metrics = Self.cellFont
        let paints = SVGPaint.scale(isDiverging: colors.isDiverging)
        for (row, values) in grid.rows.enumerated() {
            for (column, value) in values.enumerated() {
                guard let value, let box = cell(grid, row: row, column: column, factor: 1),
                    case .level(let fraction) = colors.shade(of: value)
                else { continue }
                let text = TextPlot.gridSpelling(of: value)
                guard metrics.width(of: text) < box.right - box.left,
                    metrics.lineHeight < box.bottom - box.top
                else {
                    return notes.append("the numbers do not fit the cells")
                }
                let level = min(paints.count - 1, Int(fraction * Double(paints.count)))
                writer.text(
                    text, x: (box.left + box.right) / 2,
                    baseline: (box.top + box.bottom) / 2 + metrics.size * 0.36, metrics, .center,
                    paint: paints[level].readableText)
            }
        }
    }

    /// Draws a surface in steps of color with a fine line around each.
    mutating func draw(_ surface: SurfaceShape) {
        guard let colors = plan.colors else { return }
        let x = surface.x.compactMap { frame.x.clampedPlace(of: $0) }
        let y = surface.y.compactMap { frame.y.clampedPlace(of: $0) }
        guard x.count == surface.x.count, y.count == surface.y.count else { return }
        let levels = surface.values.map { row in row.map { Self.height(colors.shade(of: $0)) } }
        let tracer = ContourTracer(x: x, y: y, values: levels)
        let paints = SVGPaint.scale(isDiverging: colors.isDiverging, plan.surfaceStyle)
        if plan.surfaceStyle == .pale { writer.open("g", [("opacity", SVGPaint.paleOpacity)]) }
        for (index, paint) in paints.enumerated() {
            let outlines = tracer.outlines(atLeast: Double(index) / Double(paints.count))
            // A line of the card's color would not be seen between the grays that are nearly as light.
            let isPale = plan.surfaceStyle == .gray && index < paints.count / 2
            addOutlines(
                outlines, paint.fill(outlined: isPale ? .axis : .card), isLine: index > 0)
        }
        if plan.surfaceStyle == .pale { writer.close("g") }
        let flags: [(ColorScale.Shade, SVGPaint)] = [
            (.notANumber, .blank), (.zero, .blank), (.infinite(isNegative: false), .alert),
            (.infinite(isNegative: true), .alert),
        ]
        for (shade, paint) in flags {
            let isThere = surface.values.map { row in
                row.map { colors.shade(of: $0) == shade ? 1.0 : 0 }
            }
            guard isThere.contains(where: { $0.contains(1) }) else { continue }
            let outlines = ContourTracer(x: x, y: y, values: isThere).outlines(atLeast: 0.5)
            addOutlines(outlines, paint.fill(outlined: .card), isLine: false)
        }
    }

    /// Returns the height of a value on a surface from 0 to 1, or less if it has no position.
    private static func height(_ shade: ColorScale.Shade) -> Double {
        switch shade {
        case .level(let fraction): fraction
        case .infinite(isNegative: false): 1
        case .absent, .notANumber, .zero, .infinite: -1
        }
    }

    /// Fills outlines.
    private mutating func addOutlines(
        _ outlines: [[Spot]], _ paint: [(String, String)], isLine: Bool
    ) {
        var path = SVGPath()
        for outline in outlines { path.add(outline, isClosed: true) }
        guard !path.data.isEmpty else { return }
        let line =
            isLine ? [("stroke-width", "0.6"), ("stroke-opacity", "0.7")] : [("stroke-width", "0")]
        writer.leaf("path", paint + line + [("fill-rule", "evenodd"), ("d", path.data)])
    }
}
