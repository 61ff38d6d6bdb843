package import Display

/// A diagram drawn in characters.
package struct TextDiagram: Sendable {
    /// The diagram, with the columns that fit.
    private let diagram: Diagram
    /// The characters to draw with.
    private let style: TextStyle
    /// The columns of a line.
    private let columns: Int
    /// The columns of text that each of the diagram's columns takes.
    private let spans: [Range<Int>]
    /// The lines of text that each of the diagram's rows takes.
    private let rows: [Range<Int>]

    /// Prepares a diagram for lines of so many columns.
    package init(_ diagram: Diagram, style: TextStyle, columns: Int) {
        let measure = DiagramMeasure(line: Double(columns), padding: 4, arrow: 4, gap: 2) {
            Double($0.spelled(in: style).columns)
        }
        let fitted = diagram.fitted(measure)
        var start = 0
        let gaps = fitted.gapWidths(measure) + [0]
        spans = zip(fitted.columnWidths(measure), gaps).map { width, gap in
            let span = start..<(start + Int(width))
            start = span.upperBound + Int(gap)
            return span
        }
        var top = 0
        rows = (0..<fitted.rowCount).map { row in
            let lines = fitted.nodes.filter { $0.row == row }.map { $0.lines.count }.max() ?? 0
            let hasBox = fitted.nodes.contains { $0.row == row && $0.look == .box }
            let height = lines + (hasBox ? 2 : 0)
            let isLinked = fitted.arrows.contains { !$0.isHorizontal && $0.top == row }
            let range = top..<(top + height)
            top = range.upperBound + (isLinked ? 2 : 0)
            return range
        }
        self.diagram = fitted
        self.style = style
        self.columns = columns
    }

    /// The text, without a line break at its end.
    package var text: String {
        var lines: [String] = []
        if !diagram.title.isEmpty {
            lines += diagram.title.spelled(in: style).wrapped(to: columns)
        }
        lines += drawn
        if !diagram.caption.isEmpty {
            lines += diagram.caption.spelled(in: style).wrapped(to: columns)
        }
        return lines.map(\.trimmedAtEnd).joined(separator: "\n")
    }

    /// The rows of the picture.
    private var drawn: [String] {
        var canvas = TextCanvas(columns: columns, rows: rows.last?.upperBound ?? 0, style: style)
        for arrow in diagram.arrows { draw(arrow, on: &canvas) }
        for node in diagram.nodes { draw(node, on: &canvas) }
        return canvas.lines
    }

    /// Draws a box with its text.
    private func draw(_ node: DiagramNode, on canvas: inout TextCanvas) {
        guard spans.indices.contains(node.lastColumn), rows.indices.contains(node.row) else {
            return
        }
        let (left, right) = (
            spans[node.column].lowerBound, min(columns, spans[node.lastColumn].upperBound)
        )
        let rows = rows[node.row]
        let isBox = node.look == .box
        let hasBoxes = diagram.nodes.contains { $0.row == node.row && $0.look == .box }
        let room = right - left - (isBox ? 4 : 0)
        for (index, line) in node.lines.enumerated() {
            let text = line.spelled(in: style).elided(to: room, style: style)
            let start = left + (isBox ? 2 : 0) + (room - text.columns) / 2
            canvas.write(text, start, rows.lowerBound + index + (hasBoxes ? 1 : 0))
        }
        guard isBox, right - left >= 2 else { return }
        let glyphs = Self.outline(isStrong: node.isStrong, style)
        for column in (left + 1)..<max(left + 1, right - 1) {
            canvas.put(glyphs[0], column, rows.lowerBound)
            canvas.put(glyphs[0], column, rows.upperBound - 1)
        }
        for row in rows.dropFirst().dropLast() {
            canvas.put(glyphs[1], left, row)
            canvas.put(glyphs[1], right - 1, row)
        }
        for (index, (column, row)) in [
            (left, rows.lowerBound), (right - 1, rows.lowerBound), (left, rows.upperBound - 1),
            (right - 1, rows.upperBound - 1),
        ].enumerated() {
            canvas.put(glyphs[2 + index], column, row)
        }
    }

    /// Draws an arrow with its label.
    private func draw(_ arrow: DiagramArrow, on canvas: inout TextCanvas) {
        guard diagram.holds(arrow) else { return }
        let label = arrow.label.spelled(in: style)
        if arrow.isHorizontal {
            drawHorizontal(arrow, label, on: &canvas)
        } else {
            drawVertical(arrow, label, on: &canvas)
        }
    }

    /// Draws an arrow in a row.
    private func drawHorizontal(
        _ arrow: DiagramArrow, _ label: String, on canvas: inout TextCanvas
    ) {
        let (first, last) = (spans[arrow.left].upperBound, spans[arrow.left + 1].lowerBound)
        let row = rows[arrow.start.row].lowerBound + (arrow.isBackward ? 2 : 1)
        let stroke: Character =
            style == .ascii
            ? (arrow.isStrong ? "=" : "-") : arrow.isStrong ? "═" : arrow.isBackward ? "╌" : "─"
        for column in first..<last { canvas.put(stroke, column, row) }
        let pointsRight = arrow.end.column > arrow.start.column
        let head: Character =
            style == .ascii ? (pointsRight ? ">" : "<") : pointsRight ? "▶" : "◀"
        canvas.put(head, pointsRight ? last - 1 : first, row)
        let shown = label.elided(to: last - first - 2, style: style)
        canvas.write(shown, first + (last - first - shown.columns + 1) / 2, row)
    }

    /// Draws an arrow in a column.
    private func drawVertical(
        _ arrow: DiagramArrow, _ label: String, on canvas: inout TextCanvas
    ) {
        let span = spans[arrow.start.column]
        let middle = (span.lowerBound + span.upperBound - 1) / 2
        let column = middle + (diagram.hasTwin(arrow) ? (arrow.isBackward ? 1 : -1) : 0)
        let stroke: Character =
            style == .ascii ? "|" : arrow.isStrong ? "║" : arrow.isBackward ? "╎" : "│"
        let (top, bottom) = (rows[arrow.top].upperBound, rows[arrow.top + 1].lowerBound)
        for row in top..<bottom { canvas.put(stroke, column, row) }
        let pointsUp = arrow.end.row < arrow.start.row
        let head: Character = style == .ascii ? (pointsUp ? "^" : "v") : pointsUp ? "▲" : "▼"
        canvas.put(head, column, pointsUp ? top : bottom - 1)
        let room = max(0, (span.upperBound - span.lowerBound) / 2 - 2)
        let shown = label.elided(to: room, style: style)
        let start = arrow.isBackward ? column + 2 : column - 1 - shown.columns
        canvas.write(shown, start, pointsUp ? bottom - 1 : top)
    }

    /// Returns a box's horizontal and vertical line and its corners, in reading order.
    private static func outline(isStrong: Bool, _ style: TextStyle) -> [Character] {
        if style == .ascii { return Array(isStrong ? "=#####" : "-|++++") }
        return Array(isStrong ? "═║╔╗╚╝" : "─│┌┐└┘")
    }
}
