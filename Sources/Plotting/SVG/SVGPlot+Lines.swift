internal import Display

extension SVGPlot {
    /// Draws a line, its markers and its end.
    mutating func draw(_ line: LineShape) {
        let trace = LineTrace(line, in: frame)
        let paint = SVGPaint.tint(line.style.tint)
        var path = SVGPath()
        for stroke in trace.strokes where stroke.count > 1 {
            path.add(stroke.thinned)
            ink.add(stroke)
        }
        if !path.data.isEmpty {
            if plan.surface != nil { Self.halo(path, on: &writer) }
            Self.stroke(path, paint, dash: line.style.dash, on: &writer)
        }
        drawMarkers(of: trace, line)
        if line.isPath { drawEnds(of: trace, line.style) }
        for exit in trace.exits {
            let tip = Spot(exit.spot.x, exit.spot.y)
            let head = SVGPath.arrowHead(at: tip, direction: exit.direction, size: 9)
            writer.leaf("path", paint.fill(outlined: .card) + [("d", head.data)])
        }
        for failure in trace.failures { draw(failure, line.style) }
    }

    /// Draws the markers of a line.
    private mutating func drawMarkers(of trace: LineTrace, _ line: LineShape) {
        let spots = trace.marked(line, seriesCount: plan.seriesCount).deduplicated
        guard !spots.isEmpty else { return }
        let radius = spots.count > 400 ? 1.8 : spots.count > 60 ? 2.6 : 3.4
        var path = ""
        for spot in spots {
            path += SVGPath.marker(line.style.marker, at: spot, radius: radius).data
            ink.add([spot])
        }
        writer.leaf(
            "path",
            SVGPaint.tint(line.style.tint).fill(outlined: .card) + [
                ("stroke-width", "0.8"), ("d", path),
            ])
    }

    /// Draws a ring at the start of a path and an arrow head at its end.
    private mutating func drawEnds(of trace: LineTrace, _ style: SeriesStyle) {
        let paint = SVGPaint.tint(style.tint)
        if let first = trace.stops.first, first.index == 0 {
            let ring = SVGPath.marker(.circle, at: first.spot, radius: 6)
            writer.leaf("path", paint.stroke + [("stroke-width", "2"), ("d", ring.data)])
        }
        guard let stroke = trace.strokes.last, stroke.count > 1, trace.exits.isEmpty,
            let end = stroke.last,
            let before = stroke.last(where: { $0.distance(to: end) > 1 })
        else { return }
        let length = before.distance(to: end)
        let direction = Spot((end.x - before.x) / length, (end.y - before.y) / length)
        // The tip is slightly beyond the last stop, so that its marker does not hide it.
        let tip = Spot(end.x + direction.x * 7, end.y + direction.y * 7)
        let isInside = box.contains(Box(left: tip.x, top: tip.y, right: tip.x, bottom: tip.y))
        let head = SVGPath.arrowHead(at: isInside ? tip : end, direction: direction, size: 12)
        writer.leaf("path", paint.fill(outlined: .card) + [("d", head.data)])
    }

    /// Marks an infinite value or NaN, over all positions with such a value.
    private mutating func draw(_ failure: LineTrace.Failure, _ style: SeriesStyle) {
        let glyphs = TextGlyphs(.unicode)
        let text = glyphs.failure(isNaN: failure.isNaN, isNegative: failure.isNegative)
        badge(text, at: failure.spot, tailEnd: failure.lastX, style)
    }

    /// Draws an arrow.
    mutating func draw(_ arrow: ArrowShape) {
        let line = LineShape(points: [arrow.start, arrow.end], style: arrow.style, markers: .none)
        let trace = LineTrace(line, in: frame)
        let paint = SVGPaint.tint(arrow.style.tint)
        for stroke in trace.strokes where stroke.count > 1 {
            guard let start = stroke.first, let end = stroke.last, start.distance(to: end) > 0.5
            else { continue }
            let length = start.distance(to: end)
            let direction = Spot((end.x - start.x) / length, (end.y - start.y) / length)
            Self.stroke([start, end], paint, dash: .solid, width: 1.4, on: &writer)
            let head = SVGPath.arrowHead(at: end, direction: direction, size: 9)
            writer.leaf("path", paint.fill + [("d", head.data)])
            ink.add([start, end])
        }
    }

    /// Draws a line across the plot.
    mutating func draw(_ rule: RuleShape) {
        let ruler = frame.ruler(rule.direction)
        guard let place = ruler.place(of: rule.value), place.isInLane || ruler.spans(place.at)
        else { return }
        let ends =
            rule.direction == .vertical
            ? [Spot(box.left, place.at), Spot(box.right, place.at)]
            : [Spot(place.at, box.top), Spot(place.at, box.bottom)]
        Self.rule(ends, rule.tint, on: &writer)
        ink.add(ends)
    }

    // MARK: - Pieces that the legend draws too

    /// Draws a thin dashed line.
    static func rule(_ spots: [Spot], _ tint: Tint, on writer: inout SVGWriter) {
        writer.leaf(
            "path",
            SVGPaint.tint(tint).stroke + [
                ("stroke-width", "1.3"), ("stroke-dasharray", "5 3"), ("d", SVGPath(spots).data),
            ])
    }

    /// Draws a line through positions.
    static func stroke(
        _ spots: [Spot], _ paint: SVGPaint, dash: Dash, width: Double = 2,
        on writer: inout SVGWriter
    ) {
        stroke(SVGPath(spots), paint, dash: dash, width: width, on: &writer)
    }

    /// Draws a line along a path.
    static func stroke(
        _ path: SVGPath, _ paint: SVGPaint, dash: Dash, width: Double = 2,
        on writer: inout SVGWriter
    ) {
        var attributes = paint.stroke + [("stroke-width", SVGWriter.number(width))]
        attributes.append(("stroke-linejoin", "round"))
        if !dash.lengths.isEmpty {
            let lengths = dash.lengths.map(String.init).joined(separator: " ")
            attributes.append(("stroke-dasharray", lengths))
        }
        writer.leaf("path", attributes + [("d", path.data)])
    }

    /// Draws a wide line in the card's color, against which the next one stands out.
    private static func halo(_ path: SVGPath, on writer: inout SVGWriter) {
        writer.leaf(
            "path",
            SVGPaint.card.stroke + [
                ("stroke-width", "4.5"), ("stroke-linejoin", "round"), ("stroke-opacity", "0.9"),
                ("d", path.data),
            ])
    }

    /// Draws a marker.
    static func mark(
        _ spot: Spot, _ style: SeriesStyle, radius: Double, on writer: inout SVGWriter
    ) {
        writer.leaf(
            "path",
            SVGPaint.tint(style.tint).fill(outlined: .card) + [
                ("stroke-width", "0.8"),
                ("d", SVGPath.marker(style.marker, at: spot, radius: radius).data),
            ])
    }
}

extension [Spot] {
    /// The positions; if there are very many, only the first, last, highest and lowest of each half
    /// pixel, which yield the same picture.
    fileprivate var thinned: [Spot] {
        guard count > 2000 else { return self }
        var result: [Spot] = []
        var group: [Spot] = []
        for spot in self {
            if let first = group.first, (first.x * 2).rounded() != (spot.x * 2).rounded() {
                result += group.extremes
                group = []
            }
            group.append(spot)
        }
        return result + group.extremes
    }

    /// The first, highest, lowest and last positions, in their order.
    private var extremes: [Spot] {
        guard count > 4, let low = indices.min(by: { self[$0].y < self[$1].y }),
            let high = indices.max(by: { self[$0].y < self[$1].y })
        else { return self }
        return Set([0, low, high, count - 1]).sorted().map { self[$0] }
    }

    /// The positions without repetitions.
    fileprivate var deduplicated: [Spot] {
        guard count > 400 else { return self }
        var seen: Set<Spot> = []
        return filter { seen.insert(Spot(($0.x * 2).rounded(), ($0.y * 2).rounded())).inserted }
    }
}
