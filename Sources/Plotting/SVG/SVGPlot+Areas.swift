extension SVGPlot {
    /// Draws the area between two curves.
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

    /// Fills a translucent area with a fine outline.
    static func shade(_ path: SVGPath, _ style: SeriesStyle, on writer: inout SVGWriter) {
        let paint = SVGPaint.tint(style.tint)
        writer.leaf(
            "path",
            paint.fill(outlined: paint) + [
                ("fill-opacity", "0.2"), ("stroke-opacity", "0.55"), ("stroke-width", "0.8"),
                ("d", path.data),
            ])
    }

    /// Draws a shaded part of the plot.
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
}
