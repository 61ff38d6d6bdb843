internal import Display

extension TextPlot {
    /// Draws a bar in eighths of characters, or in whole characters of its series.
    mutating func draw(_ bar: BarShape) {
        let isVertical = bar.direction == .vertical
        let (slots, lengths) = isVertical ? (frame.x, frame.y) : (frame.y, frame.x)
        let (across, along) = isVertical ? (2.0, 4.0) : (4.0, 2.0)
        guard let one = slots.place(of: bar.slot - 0.5), let other = slots.place(of: bar.slot + 0.5)
        else { return }
        let first = Int((min(one.at, other.at) / across).rounded())
        let last = Int((max(one.at, other.at) / across).rounded())
        let lines = Self.lines(of: bar, from: first, to: last, isVertical: isVertical)
        guard let end = lengths.place(of: bar.value) else { return }
        if end.isInLane { return markInLane(bar, lines: lines, place: end.at) }
        // A bar without a base starts at the lower end; a base is rounded to the edge of a
        // character.
        let low = min(lengths.start, lengths.end), high = max(lengths.start, lengths.end)
        let base = bar.base.flatMap(lengths.clampedPlace) ?? lengths.at(0)
        let snapped = (base / along).rounded() * along
        let tip = min(max(end.at, low), high)
        if bar.isStacked { return drawPart(bar, lines: lines, from: base, to: tip, size: along) }
        for line in lines { drawLength(of: bar, line: line, from: snapped, to: tip, size: along) }
    }

    /// Returns the columns, or rows, of a bar in its group's slot.
    private static func lines(
        of bar: BarShape, from first: Int, to last: Int, isVertical: Bool
    ) -> Range<Int> {
        let room = max(1, last - first)
        let gap = room > bar.count ? max(1, room / (isVertical ? 4 : 5)) : 0
        let width = max(1, (room - gap) / bar.count)
        guard width * bar.count <= room else {
            let start = first + bar.place * room / bar.count
            return start..<(start + 1)
        }
        // The rest of the room comes after horizontal bars, so that names are beside them.
        let lead = isVertical ? (room - width * bar.count) / 2 : 0
        let start = first + lead + bar.place * width
        return start..<(start + width)
    }

    /// Fills the whole characters whose centers belong to one part of a stack.
    private mutating func drawPart(
        _ bar: BarShape, lines: Range<Int>, from base: Double, to tip: Double, size: Double
    ) {
        let isVertical = bar.direction == .vertical
        let (low, high) = (min(base, tip), max(base, tip))
        let places = (0..<(isVertical ? canvas.rows : canvas.columns)).filter {
            let middle = (Double($0) + 0.5) * size
            return middle >= low && middle < high
        }
        if places.isEmpty && bar.value != bar.base {
            let note = "parts of less than half a \(isVertical ? "row" : "column") are not drawn"
            if !notes.contains(note) { notes.append(note) }
        }
        for place in places {
            for line in lines {
                let (column, row) = isVertical ? (line, place) : (place, line)
                canvas.fill(column, row, with: glyphs.bar(bar.style))
            }
        }
    }

    /// Fills one column or row of a bar.
    private mutating func drawLength(
        of bar: BarShape, line: Int, from base: Double, to tip: Double, size: Double
    ) {
        let isVertical = bar.direction == .vertical
        let (low, high) = (min(base, tip), max(base, tip))
        let count = isVertical ? canvas.rows : canvas.columns
        var isDrawn = false
        for place in 0..<count {
            let start = Double(place) * size
            let covered = (min(high, start + size) - max(low, start)) / size
            guard covered > 0 else { continue }
            let glyph = partial(covered, of: bar, startsHere: low > start + 1e-9)
            if let glyph {
                let (column, row) = isVertical ? (line, place) : (place, line)
                canvas.fill(column, row, with: glyph)
                isDrawn = true
            }
        }
        guard !isDrawn else { return }
        drawStub(of: bar, line: line, at: base, size: size, isNegative: bar.value < (bar.base ?? 0))
    }

    /// Draws the thinnest line, so that a bar that is too short is still visible.
    private mutating func drawStub(
        of bar: BarShape, line: Int, at base: Double, size: Double, isNegative: Bool
    ) {
        let isVertical = bar.direction == .vertical
        let after = Int((base / size).rounded())
        // Rows are counted downwards, so a growing bar precedes its base.
        let place = isVertical != isNegative ? after - 1 : after
        let isASCII = canvas.style == .ascii
        let glyph: Character =
            isVertical
            ? (isASCII ? "_" : isNegative ? "▔" : "▁") : (isASCII ? "|" : isNegative ? "▕" : "▏")
        canvas.fill(isVertical ? line : place, isVertical ? place : line, with: glyph)
    }

    /// Returns the character for a partly covered one, or `nil` if too little is covered.
    private func partial(_ covered: Double, of bar: BarShape, startsHere: Bool) -> Character? {
        let full = glyphs.bar(bar.style)
        let eighths = Int((covered * 8).rounded())
        if eighths >= 8 { return full }
        guard canvas.style == .unicode, full == "█" else { return covered >= 0.5 ? full : nil }
        guard eighths > 0 else { return nil }
        let isVertical = bar.direction == .vertical
        // Positive vertical bars end at their top, and horizontal ones at their right.
        let fillsFromFarEnd = isVertical ? startsHere : !startsHere
        if fillsFromFarEnd { return Array(isVertical ? "▁▂▃▄▅▆▇" : "▏▎▍▌▋▊▉")[eighths - 1] }
        if eighths < 3 { return nil }
        return eighths > 5 ? full : isVertical ? "▀" : "▐"
    }

    /// Marks a bar whose value is in a lane: zero, infinite, or NaN.
    private mutating func markInLane(_ bar: BarShape, lines: Range<Int>, place: Double) {
        let text =
            bar.value == 0
            ? "0" : glyphs.failure(isNaN: bar.value.isNaN, isNegative: bar.value < 0)
        let middle = (lines.lowerBound + lines.upperBound - 1) / 2
        if bar.direction == .vertical {
            let row = cell(Spot(0, place)).row
            let start = min(max(0, middle - (text.count - 1) / 2), canvas.columns - text.count)
            canvas.write(text, max(0, start), row)
        } else {
            let column = cell(Spot(place, 0)).column
            canvas.write(text, max(0, min(column, canvas.columns - text.count)), middle)
        }
    }
}
