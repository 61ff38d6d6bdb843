/// The widths of the parts of a diagram, in columns of text or in pixels.
package struct DiagramMeasure: Sendable {
    /// The width of a text.
    package let width: @Sendable (String) -> Double
    /// The width of a box beyond that of its text.
    package let padding: Double
    /// The width of an arrow beyond that of its label.
    package let arrow: Double
    /// The width of the room between columns without arrows.
    package let gap: Double

    /// The width of a line.
    package let line: Double

    /// Describes widths.
    package init(
        line: Double, padding: Double, arrow: Double, gap: Double,
        width: @escaping @Sendable (String) -> Double
    ) {
        self.line = line
        self.padding = padding
        self.arrow = arrow
        self.gap = gap
        self.width = width
    }
}

extension Diagram {
    /// Returns the width of every column; a long text is cut rather than that it takes the whole line.
    package func columnWidths(_ measure: DiagramMeasure) -> [Double] {
        var widths = Array(repeating: 0.0, count: columnCount)
        for node in nodes where !node.isWide {
            let text = node.lines.map(measure.width).max() ?? 0
            let padding = node.look == .box ? measure.padding : 0
            widths[node.column] = max(
                widths[node.column], min(text + padding, (measure.line * 0.45).rounded(.down)))
        }
        return widths
    }

    /// Returns the width of the room after every column but the last.
    package func gapWidths(_ measure: DiagramMeasure) -> [Double] {
        var gaps = Array(repeating: measure.gap, count: max(0, columnCount - 1))
        for arrow in arrows where arrow.isHorizontal && gaps.indices.contains(arrow.left) {
            let needed = measure.width(arrow.label) + measure.arrow
            gaps[arrow.left] = max(
                gaps[arrow.left], min(needed, (measure.line * 0.16).rounded(.down)))
        }
        return gaps
    }

    /// Returns the diagram with as many columns as fit a width, and an ellipsis for others.
    package func fitted(_ measure: DiagramMeasure) -> Diagram {
        let width = measure.line
        let widths = columnWidths(measure)
        let gaps = gapWidths(measure)
        let ellipsis = measure.width("⋯") + 2 * (gaps.max() ?? 0)
        var kept: Set<Int> = []
        let total = { (columns: Set<Int>) -> Double in
            var sum = 0.0
            var previous: Int?
            for column in columns.sorted() {
                if let previous {
                    sum += column == previous + 1 ? gaps[previous] : ellipsis
                }
                sum += widths[column]
                previous = column
            }
            return sum
        }
        if total(Set(widths.indices)) <= width { return self }
        for column in columnsByImportance
        where kept.isEmpty || total(kept.union([column])) <= width {
            kept.insert(column)
        }
        return keeping(kept.sorted())
    }

    /// The columns in the order in which they are kept.
    private var columnsByImportance: [Int] {
        var order = importantColumns.filter { (0..<columnCount).contains($0) }
        for distance in 0..<((columnCount + 1) / 2) {
            order += [columnCount - 1 - distance, distance]
        }
        var seen: Set<Int> = []
        return order.filter { seen.insert($0).inserted }
    }

    /// Returns the diagram with some columns and an ellipsis wherever others lay between them.
    private func keeping(_ columns: [Int]) -> Diagram {
        var places: [Int: Int] = [:]
        var ellipses: [Int: Int] = [:]
        var next = 0
        for (index, column) in columns.enumerated() {
            if index > 0, columns[index - 1] + 1 < column {
                for hidden in (columns[index - 1] + 1)..<column { ellipses[hidden] = next }
                next += 1
            }
            places[column] = next
            next += 1
        }
        var copy = self
        copy.importantColumns = []
        copy.nodes = nodes.compactMap { node in
            let shown = (node.column...node.lastColumn).compactMap { places[$0] }
            guard let first = shown.min(), let last = shown.max() else { return nil }
            var moved = node
            (moved.column, moved.lastColumn) = (first, last)
            return moved
        }
        copy.arrows = arrows.compactMap { arrow in
            guard let start = places[arrow.start.column] ?? ellipses[arrow.start.column],
                let end = places[arrow.end.column] ?? ellipses[arrow.end.column]
            else { return nil }
            let isSeen = places[arrow.start.column] != nil || places[arrow.end.column] != nil
            let isVertical = arrow.start.column == arrow.end.column
            guard isSeen, start != end || (isVertical && places[arrow.start.column] != nil) else {
                return nil
            }
            var moved = arrow
            (moved.start.column, moved.end.column) = (start, end)
            return moved
        }
        for column in Set(ellipses.values).sorted() {
            let rows = Set(
                copy.arrows.filter {
                    $0.isHorizontal && [$0.start.column, $0.end.column].contains(column)
                }
                .map(\.start.row))
            for row in (rows.isEmpty ? [0] : rows).sorted() {
                copy.nodes.append(DiagramNode(row: row, column: column, ["⋯"], look: .ellipsis))
            }
        }
        return copy
    }
}
