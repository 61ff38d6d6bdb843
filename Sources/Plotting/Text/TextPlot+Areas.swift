extension TextPlot {
    /// Draws the area between two curves.
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

    /// Draws a shaded part of the plot with sparse dots.
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
}
