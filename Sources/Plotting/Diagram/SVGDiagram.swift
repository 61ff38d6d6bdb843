package import Display

/// A diagram drawn in pixels.
package struct SVGDiagram: Sendable {
    /// The diagram, with the columns that fit.
    private let diagram: Diagram
    /// The left and right ends of the diagram's columns.
    private let spans: [(left: Double, right: Double)]
    /// The font in boxes.
    private static let font = TextMetrics(size: 12.5)
    /// The font on arrows.
    private static let arrowFont = TextMetrics(size: 11.5)
    /// The height of a line in a box, in pixels.
    private static let lineHeight = 17.0
    /// The room between a box's outline and its text, above and below, in pixels.
    private static let margin = 6.0
    /// The height of the room for an arrow between rows, in pixels.
    private static let rise = 36.0

    /// Prepares a diagram.
    package init(_ diagram: Diagram) {
        let room = SVGFigure.width - 2 * SVGFigure.padding
        let measure = DiagramMeasure(
            line: room, padding: 16, arrow: 24, gap: 12, width: Self.font.width)
        let fitted = diagram.fitted(measure)
        let widths = fitted.columnWidths(measure)
        let gaps = fitted.gapWidths(measure)
        let total = widths.reduce(0, +) + gaps.reduce(0, +)
        // Arrows get what is left, up to a point, and the whole stands in the middle.
        let linked = Set(fitted.arrows.filter(\.isHorizontal).map(\.left))
        let spare = max(0, room - total)
        let extra = linked.isEmpty ? 0 : min(40, spare / Double(linked.count))
        var x = SVGFigure.padding + max(0, spare - extra * Double(linked.count)) / 2
        var spans: [(left: Double, right: Double)] = []
        for (column, width) in widths.enumerated() {
            spans.append((x, min(x + width, SVGFigure.width - SVGFigure.padding)))
            let gap = gaps.indices.contains(column) ? gaps[column] : 0
            x += width + gap + (linked.contains(column) ? extra : 0)
        }
        self.diagram = fitted
        self.spans = spans
    }

    /// The drawing.
    package var drawing: SVG {
        var writer = SVGWriter()
        var y = SVGFigure.padding
        if !diagram.title.isEmpty { SVGFigure.write(diagram.title, .title, at: &y, on: &writer) }
        y += 8
        let rows = rows(from: y)
        for arrow in diagram.arrows where !arrow.isStrong { draw(arrow, rows, on: &writer) }
        for arrow in diagram.arrows where arrow.isStrong { draw(arrow, rows, on: &writer) }
        for node in diagram.nodes { draw(node, rows, on: &writer) }
        y = (rows.last?.bottom ?? y) + 8
        if !diagram.caption.isEmpty {
            SVGFigure.write(diagram.caption, .label, at: &y, on: &writer, paint: .soft)
        }
        return SVGDocument(
            name: diagram.spokenText, width: SVGFigure.width,
            height: max(60, (y + SVGFigure.padding - 2).rounded(.up)), body: writer.body
        ).drawing
    }

    /// Returns where the rows lie.
    private func rows(from start: Double) -> [(top: Double, bottom: Double)] {
        var y = start
        return (0..<diagram.rowCount).map { row in
            let nodes = diagram.nodes.filter { $0.row == row }
            let lines = Double(nodes.map(\.lines.count).max() ?? 0)
            let isBoxed = nodes.contains { $0.look == .box }
            let height = lines * Self.lineHeight + (isBoxed ? 2 * Self.margin : 2)
            let span = (top: y, bottom: y + height)
            let isLinked = diagram.arrows.contains { !$0.isHorizontal && $0.top == row }
            y = span.bottom + (isLinked ? Self.rise : 8)
            return span
        }
    }

    /// Draws a box with its text.
    private func draw(
        _ node: DiagramNode, _ rows: [(top: Double, bottom: Double)], on writer: inout SVGWriter
    ) {
        guard spans.indices.contains(node.lastColumn), rows.indices.contains(node.row) else {
            return
        }
        let (left, right) = (spans[node.column].left, spans[node.lastColumn].right)
        let row = rows[node.row]
        if node.look == .box, right > left {
            writer.leaf(
                "rect",
                [
                    ("x", SVGWriter.number(left)), ("y", SVGWriter.number(row.top)),
                    ("width", SVGWriter.number(right - left)),
                    ("height", SVGWriter.number(row.bottom - row.top)), ("rx", "5"),
                ] + SVGPaint.card.fill(outlined: node.isStrong ? Self.strong : .axis)
                    + [("stroke-width", node.isStrong ? "2.4" : "1.2")])
        }
        let height = Double(node.lines.count) * Self.lineHeight
        let start = (row.top + row.bottom - height) / 2
        let room = right - left + (node.look == .box ? -6 : 6)
        let bold = TextMetrics(size: Self.font.size, isBold: true)
        for (index, line) in node.lines.enumerated() {
            let text = Self.font.elided(line.singleLine, to: room)
            // Of text without a box, which has room beside it, the first line is what is highlighted.
            let isStrong = node.isStrong && (node.look == .box || index == 0)
            let fits = bold.width(of: text) <= room + (node.look == .box ? 0 : 16)
            writer.text(
                text, x: (left + right) / 2,
                baseline: start + Double(index) * Self.lineHeight + Self.lineHeight * 0.72,
                isStrong && fits ? bold : Self.font, .center,
                paint: index == 0 && (node.look == .box || isStrong) ? .ink : .soft)
        }
    }

    /// The color of what is highlighted.
    private static let strong = SVGPaint.tint(.series(1))

    /// Draws an arrow with its label.
    private func draw(
        _ arrow: DiagramArrow, _ rows: [(top: Double, bottom: Double)], on writer: inout SVGWriter
    ) {
        guard diagram.holds(arrow) else { return }
        let hasTwin = diagram.hasTwin(arrow)
        let shift = arrow.isBackward ? 9.0 : -9.0
        var (start, end) = (Spot(0, 0), Spot(0, 0))
        if arrow.isHorizontal {
            let row = rows[arrow.start.row]
            let y = (row.top + row.bottom) / 2 + (hasTwin ? shift : 0)
            let (left, right) = (spans[arrow.left].right + 3, spans[arrow.left + 1].left - 3)
            let pointsRight = arrow.end.column > arrow.start.column
            (start, end) =
                pointsRight
                ? (Spot(left, y), Spot(right, y)) : (Spot(right, y), Spot(left, y))
        } else {
            let span = spans[arrow.start.column]
            let x = (span.left + span.right) / 2 + (hasTwin ? shift : 0)
            let (top, bottom) = (rows[arrow.top].bottom + 3, rows[arrow.top + 1].top - 3)
            (start, end) =
                arrow.end.row < arrow.start.row
                ? (Spot(x, bottom), Spot(x, top)) : (Spot(x, top), Spot(x, bottom))
        }
        stroke(arrow, from: start, to: end, on: &writer)
        write(arrow, from: start, to: end, on: &writer)
    }

    /// Draws an arrow's line and head.
    private func stroke(
        _ arrow: DiagramArrow, from start: Spot, to end: Spot, on writer: inout SVGWriter
    ) {
        let length = start.distance(to: end)
        guard length > 1 else { return }
        let paint =
            arrow.isStrong ? Self.strong : arrow.isBackward ? SVGPaint.tint(.series(0)) : .axis
        let direction = Spot((end.x - start.x) / length, (end.y - start.y) / length)
        let size = min(8, length * 0.6)
        let neck = Spot(end.x - direction.x * size * 0.8, end.y - direction.y * size * 0.8)
        SVGPlot.stroke(
            [start, neck], paint, dash: arrow.isBackward && !arrow.isStrong ? .dotted : .solid,
            width: arrow.isStrong ? 2.6 : 1.5, on: &writer)
        let head = SVGPath.arrowHead(at: end, direction: direction, size: size)
        writer.leaf("path", paint.fill + [("d", head.data)])
    }

    /// Writes an arrow's label beside it.
    private func write(
        _ arrow: DiagramArrow, from start: Spot, to end: Spot, on writer: inout SVGWriter
    ) {
        guard !arrow.label.isEmpty else { return }
        let middle = Spot((start.x + end.x) / 2, (start.y + end.y) / 2)
        let paint = arrow.isStrong ? SVGPaint.ink : .soft
        let shift = arrow.isBackward ? 1.0 : -1
        if arrow.isHorizontal {
            let label = Self.arrowFont.elided(arrow.label.singleLine, to: start.distance(to: end))
            writer.text(
                label, x: middle.x, baseline: middle.y + (arrow.isBackward ? 14 : -4),
                Self.arrowFont, .center, paint: paint)
        } else {
            let span = spans[arrow.start.column]
            let label = Self.arrowFont.elided(
                arrow.label.singleLine, to: max(8, (span.right - span.left) / 2 - 16))
            writer.text(
                label, x: middle.x + shift * 6, baseline: middle.y + 4, Self.arrowFont,
                arrow.isBackward ? .leading : .trailing, paint: paint)
        }
    }
}
