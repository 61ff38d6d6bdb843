public import Display

extension Figure {
    /// Draws the figure as text.
    ///
    /// - Parameters:
    ///   - style: the characters to draw with.
    ///   - columns: the columns of a line, at least 24.
    ///   - rows: the rows of the plot, or `nil` for the default.
    /// - Returns: the lines, without a trailing newline.
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

    /// The figure as text in 7-bit ASCII, 80 columns wide.
    public var ascii: String { text(style: .ascii) }

    /// The figure as text.
    public var description: String { text() }
}

/// The number of rows of a plot in text.
package struct FigureHeight: Sendable {
    /// The rows for which labels are chosen.
    package let rows: Int
    /// Indicates whether this number was requested.
    private let isAsked: Bool

    /// Determines the rows of a figure's plot.
    package init(_ figure: Figure, rows: Int? = nil, usual: Int = 16) {
        let asked = rows ?? figure.plotRows
        self.rows = asked.map { min(200, max(3, $0)) } ?? usual
        isAsked = asked != nil
    }

    /// Returns the rows of a plot: one per cell if it has cells and they fit.
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

extension Figure: Picture {
    /// The figure as a drawing of width 640 pixels, legible on light and dark pages.
    public var drawing: SVG {
        let plan = FigurePlanner(self, rows: FigureHeight(self).rows).plan
        return SVGFigure(title: "", panels: [plan], heights: [plotHeight], sharesX: false).drawing
    }
}
