public import Display

extension Figure: CustomStringConvertible {
    /// Draws the figure as text.
    ///
    /// - Parameters:
    ///   - style: the characters to draw with.
    ///   - columns: the columns of a line, at least 24.
    ///   - rows: the rows of the plot, or nothing for the usual number.
    /// - Returns: lines without a break at the end.
    public func text(
        style: TextStyle = .preferred, columns: Int = 80, rows: Int? = nil
    ) -> String {
        let columns = max(24, columns)
        let height = FigureHeight(self, rows: rows)
        let plan = FigurePlanner(self, columns: columns, rows: height.rows).plan
        return TextFigure(
            title: "", panels: [plan], rows: [height.rows(of: plan)], sharesX: false, style: style,
            columns: columns
        ).text
    }

    /// The figure as text in seven-bit ASCII, 80 columns wide.
    public var ascii: String { text(style: .ascii) }

    /// The figure as text.
    public var description: String { text() }
}

/// How many rows a plot gets in text.
package struct FigureHeight: Sendable {
    /// The rows for which labels are chosen.
    package let rows: Int
    /// Whether somebody asked for this number.
    private let isAsked: Bool

    /// Decides on the rows of a figure's plot.
    package init(_ figure: Figure, rows: Int? = nil, usual: Int = 16) {
        let asked = rows ?? figure.plotRows
        self.rows = asked.map { min(200, max(3, $0)) } ?? usual
        isAsked = asked != nil
    }

    /// Returns the rows of a plot: as many as it has cells, where it has cells and they fit.
    package func rows(of plan: FigurePlan) -> Int {
        guard let cells = plan.cellRows else { return rows }
        if plan.hasGrid { return isAsked ? rows : min(cells, 40) }
        let bars =
            plan.shapes.compactMap { shape -> Int? in
                guard case .bar(let bar) = shape else { return nil }
                return bar.count
            }.max() ?? 1
        let needed = cells * (bars + (bars > 1 || cells <= 8 ? 1 : 0))
        return isAsked && rows >= cells * bars ? rows / cells * cells : min(200, needed)
    }
}
