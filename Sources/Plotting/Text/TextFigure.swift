package import Display

/// The layout of a figure, or of vertically stacked panels, as lines of text.
package struct TextFigure: Sendable {
    /// The common title.
    private let title: String
    /// The panels; only the last one has labels on a shared horizontal axis.
    private let panels: [FigurePlan]
    /// Indicates whether the panels share a horizontal axis.
    private let sharesX: Bool
    /// The characters to draw with.
    private let style: TextStyle
    /// The columns of a line.
    private let columns: Int
    /// The rows of each panel's plot, without lanes.
    private let rows: [Int]
    /// The columns before the plots.
    private let margin: Int

    /// Creates the layout of panels.
    package init(
        title: String, panels: [FigurePlan], rows: [Int], sharesX: Bool, style: TextStyle,
        columns: Int
    ) {
        self.title = title
        self.panels = panels
        self.rows = rows
        self.sharesX = sharesX
        self.style = style
        self.columns = columns
        let labels = panels.flatMap { plan in
            plan.y.ticks.map { $0.label(in: style) } + plan.y.lanes.map { $0.label(in: style) }
        }
        margin = min(columns / 2, (labels.map(\.columns).max() ?? 0) + 1)
    }

    /// The text, without a trailing newline.
    package var text: String {
        var lines: [String] = []
        if !title.isEmpty { lines += title.spelled(in: style).wrapped(to: columns) }
        for (index, plan) in panels.enumerated() {
            if index > 0 { lines.append("") }
            lines += self.lines(of: plan, rows: rows[index], isLast: index == panels.count - 1)
        }
        return lines.map(\.trimmedAtEnd).joined(separator: "\n")
    }

    /// Returns the lines of one panel.
    private func lines(of plan: FigurePlan, rows: Int, isLast: Bool) -> [String] {
        let plot = TextPlot(plan, columns: columns - margin - 2, rows: rows, style: style)
        var lines: [String] = []
        if !plan.title.isEmpty { lines += plan.title.spelled(in: style).wrapped(to: columns) }
        lines += TextLegend(plan.legend, style: style, columns: columns).lines
        if let colors = plan.colors {
            lines += TextColorKey(colors, style: style, columns: columns).lines
        }
        if !plan.y.title.isEmpty {
            lines.append(plan.y.title.spelled(in: style).elided(to: columns, style: style))
        }
        lines += plotLines(plot)
        lines += axisLines(plot, hasLabels: isLast || !sharesX)
        for note in plan.notes + plot.notes {
            let wrapped = note.spelled(in: style).wrapped(to: columns - 2)
            lines += wrapped.enumerated().map { ($0 == 0 ? "! " : "  ") + $1 }
        }
        if !plan.caption.isEmpty { lines += plan.caption.spelled(in: style).wrapped(to: columns) }
        return lines
    }

    /// Returns the rows of the plot with the vertical axis.
    private func plotLines(_ plot: TextPlot) -> [String] {
        let ruler = plot.frame.y
        var labels: [Int: String] = [:]
        for tick in plot.plan.y.ticks {
            guard let place = ruler.place(of: tick.value) else { continue }
            // The lower end may be the edge of a row, whose upper side is meant.
            let inside = min(place.at, max(ruler.start, ruler.end) - 0.1)
            labels[plot.cell(Spot(0, inside)).row] = tick.label(in: style)
        }
        var lanes: Set<Int> = []
        for (lane, center) in zip(plot.plan.y.lanes, ruler.laneCenters) {
            let row = plot.cell(Spot(0, center)).row
            labels[row] = lane.label(in: style)
            lanes.insert(row)
        }
        return plot.canvas.lines.enumerated().map { row, line in
            let label = (labels[row] ?? "").elided(to: margin - 1, style: style)
            let isASCII = style == .ascii
            let axis =
                lanes.contains(row)
                ? (isASCII ? ":" : "┊")
                : labels[row] != nil ? (isASCII ? "+" : "┤") : (isASCII ? "|" : "│")
            return label.padded(to: margin - 1, .trailing) + " " + axis + line
        }
    }

    /// Returns the horizontal axis with its labels and title.
    private func axisLines(_ plot: TextPlot, hasLabels: Bool) -> [String] {
        let width = plot.canvas.columns
        let isASCII = style == .ascii
        var axis = Array(repeating: isASCII ? "-" : "─", count: width)
        var labels: [(column: Int, text: String)] = []
        for tick in plot.plan.x.ticks {
            guard let place = plot.frame.x.place(of: tick.value) else { continue }
            let column = plot.cell(Spot(place.at, 0)).column
            axis[column] = isASCII ? "+" : "┬"
            labels.append((column, tick.label(in: style)))
        }
        for (lane, center) in zip(plot.plan.x.lanes, plot.frame.x.laneCenters) {
            let column = plot.cell(Spot(center, 0)).column
            for place in max(0, column - 2)..<min(width, column + 2) {
                axis[place] = isASCII ? "." : "┈"
            }
            labels.append((column, lane.label(in: style)))
        }
        let corner = isASCII ? "+" : "└"
        var lines = [String(repeating: " ", count: margin) + corner + axis.joined()]
        guard hasLabels else { return lines }
        if !labels.isEmpty { lines.append(labelLine(labels.sorted { $0.column < $1.column })) }
        if !plot.plan.x.title.isEmpty {
            let title = plot.plan.x.title.spelled(in: style).elided(to: columns, style: style)
            let start = margin + 1 + max(0, (width - title.columns) / 2)
            lines.append(
                String(repeating: " ", count: max(0, min(start, columns - title.columns))) + title)
        }
        return lines
    }

    /// Returns labels centered under their columns, moved if they would overlap or be clipped.
    private func labelLine(_ labels: [(column: Int, text: String)]) -> String {
        var line = ""
        for (column, text) in labels {
            let wanted = margin + 1 + column - (text.columns - 1) / 2
            let start = max(
                min(wanted, columns - text.columns), line.isEmpty ? 0 : line.columns + 1)
            guard start + text.columns <= columns else { continue }
            line = line.padded(to: start) + text
        }
        return line
    }
}
