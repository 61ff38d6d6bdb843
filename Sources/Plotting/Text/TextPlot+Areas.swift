internal import Display

extension TextPlot {
    /// Shades the area between two curves.
    mutating func draw(_ band: BandShape) {
        let isVertical = band.direction == .vertical
        let (base, measure) = isVertical ? (frame.x, frame.y) : (frame.y, frame.x)
        let size = isVertical ? 2.0 : 4.0
        let count = isVertical ? canvas.columns : canvas.rows
        let edges = BandEdges(band, base: base, measure: measure)
        for index in 0..<count {
            guard let (from, to) = edges.span(at: (Double(index) + 0.5) * size) else { continue }
            let step = isVertical ? 4.0 : 2.0
            let (first, last) = (Int(min(from, to) / step), Int((max(from, to) - 0.01) / step))
            for place in first...max(first, last) {
                let (column, row) = isVertical ? (index, place) : (place, index)
                canvas.fill(column, row, with: glyphs.band(band.style))
            }
        }
    }

    /// Shades a part of the plot with sparse dots.
    mutating func draw(_ zone: ZoneShape) {
        let ruler = frame.ruler(zone.direction)
        let (low, high) = (min(ruler.start, ruler.end), max(ruler.start, ruler.end))
        let upwards = (ruler.start < ruler.end) != ruler.plan.isReversed
        let from = zone.lower.flatMap(ruler.clampedPlace) ?? (upwards ? low : high)
        let to = zone.upper.flatMap(ruler.clampedPlace) ?? (upwards ? high : low)
        for row in 0..<canvas.rows {
            for column in 0..<canvas.columns where (column + row) % 2 == 0 {
                let place =
                    zone.direction == .horizontal ? Double(column) * 2 + 1 : Double(row) * 4 + 2
                guard place >= min(from, to), place <= max(from, to) else { continue }
                canvas.fill(column, row, with: glyphs.zone)
            }
        }
    }

    /// Writes a text beside its point, where nothing else is drawn if there is such a place.
    mutating func draw(_ note: NoteShape) {
        guard let (spot, _) = frame.spot(of: note.point) else { return }
        let (column, row) = cell(spot)
        if canvas.isBlank(column, row) {
            canvas.put(canvas.style == .ascii ? "o" : "○", column, row)
        }
        let text = note.text.spelled(in: canvas.style).elided(
            to: max(1, canvas.columns - 2), style: canvas.style)
        guard let place = place(for: text.columns, besideColumn: column, row: row) else {
            let x = NumberFormat.significant(4).spelling(of: note.point.x)
            let y = NumberFormat.significant(4).spelling(of: note.point.y)
            return notes.append("at (\(x), \(y)): \(note.text)")
        }
        canvas.write(text, place.column, place.row)
    }

    /// Returns where a text of so many columns covers nothing, or at least no other text.
    private func place(
        for width: Int, besideColumn column: Int, row: Int
    ) -> (column: Int, row: Int)? {
        var candidates: [(column: Int, row: Int)] = []
        for offset in [0, -1, 1, -2, 2, -3, 3] where (0..<canvas.rows).contains(row + offset) {
            candidates.append((column + 2, row + offset))
            candidates.append((column - width - 1, row + offset))
            if offset != 0 { candidates.append((column - width / 2, row + offset)) }
        }
        candidates.removeAll { $0.column < 0 || $0.column + width > canvas.columns }
        let tests: [(Int, Int) -> Bool] = [
            { canvas.isBlank($0, $1) }, { canvas.isFree($0, $1) }, { !canvas.hasGlyph($0, $1) },
        ]
        for test in tests {
            let place = candidates.first { place in
                (place.column..<(place.column + width)).allSatisfy { test($0, place.row) }
            }
            if let place { return place }
        }
        return nil
    }
}
