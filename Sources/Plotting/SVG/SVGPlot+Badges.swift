extension SVGPlot {
    /// Writes a short text in a frame of a series' color, moved aside if another one is there.
    ///
    /// If there is no room for the text, a cross still marks the position.
    mutating func badge(_ text: String, at spot: Spot, tailEnd: Double?, _ style: SeriesStyle) {
        let half = TextMetrics.tick.width(of: text) / 2 + 5
        let paint = SVGPaint.tint(style.tint)
        ink.add([spot])
        guard let frame = room(forBadge: half, at: spot) else {
            let cross = SVGPath.marker(.cross, at: spot, radius: 4)
            return writer.leaf("path", paint.fill(outlined: .card) + [("d", cross.data)])
        }
        badges.append(frame)
        if let tailEnd, tailEnd > frame.right {
            let tail = SVGPath([Spot(frame.right, spot.y), Spot(tailEnd, spot.y)])
            writer.leaf(
                "path", paint.stroke + [("stroke-dasharray", "1.5 3"), ("d", tail.data)])
        }
        writer.leaf(
            "rect",
            [
                ("x", SVGWriter.number(frame.left)), ("y", SVGWriter.number(frame.top)),
                ("width", SVGWriter.number(2 * half)), ("height", "16"), ("rx", "4"),
            ] + SVGPaint.card.fill(outlined: paint) + [("stroke-width", "1.5")])
        writer.text(text, x: frame.left + half, baseline: spot.y + 4, .tick, .center)
    }

    /// Returns the free rectangle of the given half width that is nearest to a position.
    private func room(forBadge half: Double, at spot: Spot) -> Box? {
        let wanted = min(max(spot.x, box.left + half), box.right - half)
        let shifts = stride(from: 0.0, to: box.right - box.left, by: 4).flatMap { [$0, -$0] }
        let rooms = shifts.map { shift in
            Box(
                left: wanted + shift - half, top: spot.y - 8, right: wanted + shift + half,
                bottom: spot.y + 8)
        }
        return rooms.first { room in
            room.left >= box.left && room.right <= box.right
                && !badges.contains { $0.overlaps(room) }
        }
    }
}
