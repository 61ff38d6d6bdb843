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
