extension SVGPlot {
    /// Writes a text beside its point, where it covers no other text and as little else as
    /// possible.
    mutating func draw(_ note: NoteShape) {
        guard let (spot, _) = frame.spot(of: note.point) else { return }
        let metrics = TextMetrics.label
        let text = metrics.elided(note.text, to: box.right - box.left - 8)
        let anchor = Spot(
            min(max(spot.x, box.left), box.right), min(max(spot.y, box.top), box.bottom))
        guard let place = place(for: text, metrics, beside: anchor) else {
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
        writer.text(text, x: place.x, baseline: place.y, metrics, hasHalo: true)
    }

    /// Returns the start of a text, or `nil` if every position near the spot is occupied by other
    /// texts.
    private func place(for text: String, _ metrics: TextMetrics, beside spot: Spot) -> Spot? {
        let width = metrics.width(of: text)
        var candidates: [Spot] = []
        for rise in [0.0, -12, 12, -20, 20, -32, 32, -48, 48] {
            candidates.append(Spot(spot.x + 8, spot.y + 4 + rise))
            candidates.append(Spot(spot.x - 8 - width, spot.y + 4 + rise))
            if rise.magnitude > 12 {
                candidates.append(Spot(spot.x - width / 2, spot.y + 4 + rise))
            }
        }
        let room = { (place: Spot) in Box(text, x: place.x, baseline: place.y, metrics, .leading) }
        candidates.removeAll { place in
            !box.contains(room(place)) || writer.boxes.contains { $0.overlaps(room(place)) }
        }
        // Covering a little of a line is better than being far away from the point.
        let costs = candidates.enumerated().map { offset, place in
            ink.amount(in: room(place)) + offset / 2
        }
        return zip(costs, candidates).enumerated().min { one, other in
            (one.element.0, one.offset) < (other.element.0, other.offset)
        }?.element.1
    }
}
