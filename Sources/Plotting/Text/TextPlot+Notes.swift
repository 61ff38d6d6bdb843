internal import Display

extension TextPlot {
    /// Writes a text beside its point, where nothing else is drawn if possible.
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

    /// Returns a position where a text covers nothing, or at least no other text.
    private func place(
        for width: Int, besideColumn column: Int, row: Int
    ) -> (column: Int, row: Int)? {
        var candidates: [(column: Int, row: Int)] = []
        for offset in [0, -1, 1, -2, 2, -3, 3] where (0..<canvas.rows).contains(row + offset) {
            candidates.append((column + 2, row + offset))
            candidates.append((column - width - 1, row + offset))
            if offset != 0 { candidates.append((column - width / 2, row + offset)) }
        }
        candidates.removeAll { place in
            place.column < 0 || place.column + width > canvas.columns
                || canvas.hasGlyph(place.column - 1, place.row) && place.column - 1 != column
                || canvas.hasGlyph(place.column + width, place.row)
                    && place.column + width != column
        }
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
