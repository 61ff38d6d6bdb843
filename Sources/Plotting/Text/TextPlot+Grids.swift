extension TextPlot {
    /// Shades the cells of a grid, several per character if there are too many.
    mutating func draw(_ grid: GridShape) {
        guard let colors = plan.colors else { return }
        let columns = places(on: frame.x, first: grid.firstColumn, count: canvas.columns, size: 2)
        let rows = places(on: frame.y, first: grid.firstRow, count: canvas.rows, size: 4)
        for (row, rowRange) in rows.enumerated() {
            for (column, columnRange) in columns.enumerated() {
                let value = grid.loudestValue(rows: rowRange, columns: columnRange)
                let shade = colors.shade(of: value)
                guard shade != .absent else { continue }
                let glyph = glyphs.shade(shade, isDiverging: colors.isDiverging)
                canvas.fill(column, row, with: glyph)
            }
        }
        let merged = (rows.map(\.count).max() ?? 1, columns.map(\.count).max() ?? 1)
        if merged.0 > 1 || merged.1 > 1 {
            notes.append(
                "each character shows the largest magnitude of up to "
                    + "\(merged.0) × \(merged.1) cells")
        }
        if grid.showsNumbers { writeNumbers(of: grid) }
    }

    /// Returns the cells that each row or column of characters shows.
    private func places(on ruler: Ruler, first: Double, count: Int, size: Double) -> [Range<Int>] {
        let low = min(ruler.start, ruler.end), high = max(ruler.start, ruler.end)
        let plan = ruler.plan
        let value = { (position: Double) -> Double in
            let way = (position - ruler.start) / (ruler.end - ruler.start)
            let fraction = plan.isReversed ? 1 - way : way
            return plan.lowerValue + (plan.upperValue - plan.lowerValue) * fraction - first + 0.5
        }
        return (0..<count).map { index in
            let start = Double(index) * size
            guard start + size / 2 > low, start + size / 2 < high else { return 0..<0 }
            let (one, other) = (value(start), value(start + size))
            // The cells with their centers here, or else the one that is partly here.
            let from = Int((min(one, other) + 0.5 - 1e-9).rounded(.down))
            let to = Int((max(one, other) + 0.5 - 1e-9).rounded(.down))
            guard from >= to else { return max(0, from)..<max(0, to) }
            let center = Int(value(start + size / 2).rounded(.down))
            return center < 0 ? 0..<0 : center..<(center + 1)
        }
    }

    /// Writes the numbers into the cells of a grid, each before its shade.
    private mutating func writeNumbers(of grid: GridShape) {
        let width = Self.numberWidth(of: grid)
        let cellWidth = canvas.columns / max(1, grid.columnCount)
        guard cellWidth >= width + 3, canvas.rows >= grid.rows.count else {
            return notes.append("the numbers do not fit the cells")
        }
        for (row, values) in grid.rows.enumerated() {
            for (column, value) in values.enumerated() {
                guard let value,
                    let spot = frame.spot(
                        of: DataPoint(
                            grid.firstColumn + Double(column), grid.firstRow + Double(row)))
                else { continue }
                let (middle, line) = cell(spot.spot)
                let start = middle - cellWidth / 2
                let text = Self.gridSpelling(of: value).padded(to: cellWidth - 2, .trailing)
                canvas.write(text + " ", start, line)
            }
        }
    }

    /// Shades a surface: each character shows the value at its center.
    mutating func draw(_ surface: SurfaceShape) {
        guard let colors = plan.colors else { return }
        for row in 0..<canvas.rows {
            for column in 0..<canvas.columns {
                let spot = Spot(Double(column) * 2 + 1, Double(row) * 4 + 2)
                guard frame.contains(spot) else { continue }
                let point = DataPoint(frame.x.value(at: spot.x), frame.y.value(at: spot.y))
                let shade = colors.shade(of: surface.value(nearest: point))
                canvas.fill(
                    column, row, with: glyphs.shade(shade, isDiverging: colors.isDiverging))
            }
        }
    }
}
