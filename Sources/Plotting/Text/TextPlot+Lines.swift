internal import Display

extension TextPlot {
    /// Draws a line, its markers and its end.
    mutating func draw(_ line: LineShape) {
        let trace = LineTrace(line, in: frame)
        var phase = 0
        for stroke in trace.strokes {
            for (from, to) in zip(stroke, stroke.dropFirst()) {
                drawSegment(from: from, to: to, style: line.style, phase: &phase)
            }
            if stroke.count == 1, let only = stroke.first {
                drawSegment(from: only, to: only, style: line.style, phase: &phase)
            }
        }
        for spot in trace.marked(line, seriesCount: plan.seriesCount) {
            let (column, row) = cell(spot)
            canvas.put(glyphs.marker(line.style), column, row)
        }
        if line.isPath { drawEnds(of: trace) }
        for exit in trace.exits {
            let (column, row) = cell(exit.spot)
            canvas.put(glyphs.exit(exit.direction), column, row)
        }
        for failure in trace.failures { draw(failure) }
    }

    /// Writes "S" and "E" at the start and the end of a path.
    private mutating func drawEnds(of trace: LineTrace) {
        guard let first = trace.stops.first, let last = trace.stops.last else { return }
        let (column, row) = cell(last.spot)
        if trace.exits.isEmpty && trace.stops.count > 1 { canvas.put("E", column, row) }
        let (firstColumn, firstRow) = cell(first.spot)
        if first.index == 0 { canvas.put("S", firstColumn, firstRow) }
    }

    /// Marks an infinite value or NaN, over all positions with such a value.
    private mutating func draw(_ failure: LineTrace.Failure) {
        let (column, row) = cell(failure.spot)
        let text = glyphs.failure(isNaN: failure.isNaN, isNegative: failure.isNegative)
        let last = cell(Spot(failure.lastX, failure.spot.y)).column
        if last > column {
            for reach in column...last where canvas.isFree(reach, row) {
                canvas.put(glyphs.rule(.vertical), reach, row)
            }
        }
        let start = max(0, min(column - (text.count - 1) / 2, canvas.columns - text.count))
        // Two runs that fail at once must both be visible: the second mark is moved.
        let place = (start...max(start, canvas.columns - text.count)).first { column in
            (column - 1...column + text.count).allSatisfy { !canvas.hasLetter($0, row) }
        }
        canvas.write(text, place ?? start, row)
    }

    /// Draws a straight segment in dots, or in the series' character.
    private mutating func drawSegment(
        from: Spot, to: Spot, style: SeriesStyle, phase: inout Int
    ) {
        let isASCII = canvas.style == .ascii
        let (width, height) = isASCII ? (2.0, 4.0) : (1, 1)
        let limit = Spot(Double(2 * canvas.columns) - 0.01, Double(4 * canvas.rows) - 0.01)
        let start = Spot(min(from.x, limit.x) / width, min(from.y, limit.y) / height)
        let end = Spot(min(to.x, limit.x) / width, min(to.y, limit.y) / height)
        let steps = Int(max((end.x - start.x).magnitude, (end.y - start.y).magnitude).rounded(.up))
        for step in 0...max(1, steps) {
            let fraction = Double(step) / Double(max(1, steps))
            let x = Int((start.x + (end.x - start.x) * fraction).rounded(.down))
            let y = Int((start.y + (end.y - start.y) * fraction).rounded(.down))
            if isASCII {
                if canvas.isFree(x, y) { canvas.put(glyphs.marker(style), x, y) }
            } else if Self.isSet(phase, in: style.dash.dots) {
                canvas.dot(x, y)
            }
            if step < steps { phase += 1 }
        }
    }

    /// Returns whether a dot belongs to a dash of a pattern.
    private static func isSet(_ phase: Int, in dots: [Int]) -> Bool {
        guard !dots.isEmpty else { return true }
        var rest = phase % dots.reduce(0, +)
        for (index, length) in dots.enumerated() {
            if rest < length { return index % 2 == 0 }
            rest -= length
        }
        return true
    }

    /// Draws an arrow.
    mutating func draw(_ arrow: ArrowShape) {
        let points = [arrow.start, arrow.end]
        let trace = LineTrace(
            LineShape(points: points, style: arrow.style, markers: .none), in: frame)
        var phase = 0
        for stroke in trace.strokes {
            for (from, to) in zip(stroke, stroke.dropFirst()) {
                drawSegment(from: from, to: to, style: arrow.style, phase: &phase)
                let (column, row) = cell(to)
                canvas.put(glyphs.exit(Spot(to.x - from.x, to.y - from.y)), column, row)
            }
        }
    }

    /// Draws a line across the plot, behind the data.
    mutating func draw(_ rule: RuleShape) {
        let ruler = frame.ruler(rule.direction)
        guard let place = ruler.place(of: rule.value), place.isInLane || ruler.spans(place.at)
        else { return }
        let glyph = glyphs.rule(rule.direction)
        if rule.direction == .vertical {
            let row = cell(Spot(0, place.at)).row
            for column in 0..<canvas.columns { canvas.fill(column, row, with: glyph) }
        } else {
            let column = cell(Spot(place.at, 0)).column
            for row in 0..<canvas.rows { canvas.fill(column, row, with: glyph) }
        }
    }
}
