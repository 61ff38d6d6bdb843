extension SVGPlot {
    /// Shades the area between two curves.
    mutating func draw(_ band: BandShape) {
        let isVertical = band.direction == .vertical
        let (base, measure) = isVertical ? (frame.x, frame.y) : (frame.y, frame.x)
        let edges = BandEdges(band, base: base, measure: measure)
        let spot = { (place: Double, value: Double) in
            isVertical ? Spot(place, value) : Spot(value, place)
        }
        var path = SVGPath()
        for stretch in edges.stretches {
            let there = stretch.map { spot($0.base, $0.upper) }
            let back = stretch.reversed().map { spot($0.base, $0.lower) }
            if stretch.count > 1 {
                path.add(there + back, isClosed: true)
            } else if let only = stretch.first {
                path.add(
                    [
                        spot(only.base - 2, only.lower), spot(only.base + 2, only.lower),
                        spot(only.base + 2, only.upper), spot(only.base - 2, only.upper),
                    ], isClosed: true)
            }
        }
        if !path.data.isEmpty { Self.shade(path, band.style, on: &writer) }
    }

    /// Fills a translucent area with a fine edge.
    static func shade(_ path: SVGPath, _ style: SeriesStyle, on writer: inout SVGWriter) {
        let paint = SVGPaint.tint(style.tint)
        writer.leaf(
            "path",
            paint.fill(outlined: paint) + [
                ("fill-opacity", "0.2"), ("stroke-opacity", "0.55"), ("stroke-width", "0.8"),
                ("d", path.data),
            ])
    }

    /// Shades a part of the plot.
    mutating func draw(_ zone: ZoneShape) {
        let ruler = frame.ruler(zone.direction)
        let isHorizontal = zone.direction == .horizontal
        let (first, last) = isHorizontal ? (box.left, box.right) : (box.bottom, box.top)
        let ends = ruler.plan.isReversed ? (last, first) : (first, last)
        let from = zone.lower.flatMap(ruler.clampedPlace) ?? ends.0
        let to = zone.upper.flatMap(ruler.clampedPlace) ?? ends.1
        var path = SVGPath()
        path.add(
            isHorizontal
                ? Box(left: min(from, to), top: box.top, right: max(from, to), bottom: box.bottom)
                : Box(left: box.left, top: min(from, to), right: box.right, bottom: max(from, to)))
        writer.leaf("path", SVGPaint.axis.fill + [("fill-opacity", "0.15"), ("d", path.data)])
    }

    /// Writes a text beside its point, where it covers no other text and as little as can be.
    mutating func draw(_ note: NoteShape) {
        guard let (spot, _) = frame.spot(of: note.point) else { return }
        let metrics = TextMetrics.label
        let text = metrics.elided(note.text, to: box.right - box.left - 8)
        let width = metrics.width(of: text)
        let anchor = Spot(
            min(max(spot.x, box.left), box.right), min(max(spot.y, box.top), box.bottom))
        var candidates: [Spot] = []
        for rise in [0.0, -12, 12, -20, 20, -32, 32, -48, 48] {
            candidates.append(Spot(anchor.x + 8, anchor.y + 4 + rise))
            candidates.append(Spot(anchor.x - 8 - width, anchor.y + 4 + rise))
            if rise.magnitude > 12 {
                candidates.append(Spot(anchor.x - width / 2, anchor.y + 4 + rise))
            }
        }
        let room = { (place: Spot) in Box(text, x: place.x, baseline: place.y, metrics, .leading) }
        candidates.removeAll { place in
            !box.contains(room(place)) || writer.boxes.contains { $0.overlaps(room(place)) }
        }
        // Covering a little of a line is better than standing far away from the point.
        let costs = candidates.enumerated().map { offset, place in
            ink.amount(in: room(place)) + offset / 2
        }
        let best = zip(costs, candidates).enumerated().min { one, other in
            (one.element.0, one.offset) < (other.element.0, other.offset)
        }?.element.1
        guard let best else {
            let x = NumberFormat.significant(4).spelling(of: note.point.x)
            let y = NumberFormat.significant(4).spelling(of: note.point.y)
            return notes.append("at (\(x), \(y)): \(note.text)")
        }
        if spot == anchor {
            let ring = SVGPath.marker(.circle, at: spot, radius: 3)
            writer.leaf(
                "path",
                SVGPaint.card.fill(outlined: .ink) + [("stroke-width", "1.2"), ("d", ring.data)])
        }
        writer.text(
            text, x: best.x, baseline: best.y, metrics, hasHalo: true)
    }
}
