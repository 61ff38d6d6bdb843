internal import Display

extension SVGPlot {
    /// Draws one bar.
    mutating func draw(_ bar: BarShape) {
        let isVertical = bar.direction == .vertical
        let (slots, lengths) = isVertical ? (frame.x, frame.y) : (frame.y, frame.x)
        guard let one = slots.place(of: bar.slot - 0.5),
            let other = slots.place(of: bar.slot + 0.5),
            let end = lengths.place(of: bar.value)
        else { return }
        let (low, high) = (min(one.at, other.at), max(one.at, other.at))
        let room = min(high - low, 90 * Double(bar.count))
        let width = room * 0.76 / Double(bar.count)
        let start = (low + high) / 2 - room * 0.38 + width * Double(bar.place)
        if end.isInLane {
            let middle = start + width / 2
            guard slots.spans(middle) else { return }
            let spot = isVertical ? Spot(middle, end.at) : Spot(end.at, middle)
            return badge(Self.laneText(of: bar.value), at: spot, tailEnd: nil, bar.style)
        }
        let base = bar.base.flatMap(lengths.clampedPlace) ?? lengths.at(0)
        let tip = Self.tip(of: bar, from: base, on: lengths)
        let gap = bar.count > 1 ? 0.5 : 0
        let (first, last) = (min(slots.start, slots.end), max(slots.start, slots.end))
        let (near, far) = (max(first, start + gap), min(last, start + width - gap))
        guard near < far else { return }
        let box =
            isVertical
            ? Box(left: near, top: min(base, tip), right: far, bottom: max(base, tip))
            : Box(left: min(base, tip), top: near, right: max(base, tip), bottom: far)
        Self.fill(box, bar.style, on: &writer)
        ink.add([Spot(box.left, box.top), Spot(box.right, box.top)])
        ink.add([Spot(box.left, box.bottom), Spot(box.right, box.bottom)])
    }

    /// Returns the text in a lane in place of a bar.
    private static func laneText(of value: Double) -> String {
        guard value != 0 else { return "0" }
        return TextGlyphs(.unicode).failure(isNaN: value.isNaN, isNegative: value < 0)
    }

    /// Returns the end of a bar; one that is too short to see gets a pixel.
    private static func tip(of bar: BarShape, from base: Double, on lengths: Ruler) -> Double {
        let tip = lengths.clampedPlace(of: bar.value) ?? base
        guard (tip - base).magnitude < 1 else { return tip }
        let isUp = (bar.value >= (bar.base ?? 0)) != lengths.plan.isReversed
        return base + (isUp == (lengths.end > lengths.start) ? 1 : -1)
    }

    /// Fills a rectangle in a series' color, with a distinct hatch from the second series on.
    static func fill(_ box: Box, _ style: SeriesStyle, on writer: inout SVGWriter) {
        var path = SVGPath()
        path.add(box)
        writer.leaf("path", SVGPaint.tint(style.tint).fill + [("d", path.data)])
        let hatch = hatch(of: box, kind: style.index.magnitudeModulo(6))
        guard !hatch.data.isEmpty else { return }
        writer.leaf(
            "path",
            SVGPaint.card.stroke + [
                ("stroke-width", "1.1"), ("stroke-opacity", "0.6"), ("d", hatch.data),
            ])
    }

    /// Returns the lines of a hatch, clipped to a rectangle.
    private static func hatch(of box: Box, kind: Int) -> SVGPath {
        var path = SVGPath()
        let (width, height) = (box.right - box.left, box.bottom - box.top)
        guard kind > 0, width > 3, height > 3 else { return path }
        let step = 7.0
        if kind == 1 || kind == 5 { addDiagonals(to: &path, box, step: step, rises: true) }
        if kind == 2 || kind == 5 { addDiagonals(to: &path, box, step: step, rises: false) }
        if kind == 3 {
            for y in stride(from: box.bottom - step / 2, to: box.top, by: -step) {
                path.add([Spot(box.left, y), Spot(box.right, y)])
            }
        }
        if kind == 4 {
            for x in stride(from: box.left + step / 2, to: box.right, by: step) {
                path.add([Spot(x, box.top), Spot(x, box.bottom)])
            }
        }
        return path
    }

    /// Adds lines at 45 degrees, rising from the lower edge or falling from the upper one.
    private static func addDiagonals(
        to path: inout SVGPath, _ box: Box, step: Double, rises: Bool
    ) {
        let (width, height) = (box.right - box.left, box.bottom - box.top)
        for offset in stride(from: step / 2, to: width + height, by: step) {
            let first = Spot(min(offset, width), max(0, offset - width))
            let last = Spot(max(0, offset - height), min(offset, height))
            let place = { (spot: Spot) in
                Spot(box.left + spot.x, rises ? box.top + spot.y : box.bottom - spot.y)
            }
            path.add([place(first), place(last)])
        }
    }
}
