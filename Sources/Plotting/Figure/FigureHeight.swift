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
