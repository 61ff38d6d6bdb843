/// An arrow between neighbors of a diagram: in one row, or in one column.
package struct DiagramArrow: Sendable, Hashable {
    /// The place of a box.
    package struct Place: Sendable, Hashable {
        /// The row, from the top.
        package var row: Int
        /// The column, from the left.
        package var column: Int

        /// Takes the row and the column.
        package init(_ row: Int, _ column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// The place of its start.
    package var start: Place
    /// The place of its head.
    package var end: Place
    /// The label of the arrow.
    package var label: String
    /// Indicates whether gradients take this way, which is drawn beside that of values.
    package var isBackward: Bool
    /// Indicates whether it is highlighted.
    package var isStrong: Bool

    /// Describes an arrow.
    package init(
        from start: Place, to end: Place, _ label: String = "", isBackward: Bool = false,
        isStrong: Bool = false
    ) {
        self.start = start
        self.end = end
        self.label = label
        self.isBackward = isBackward
        self.isStrong = isStrong
    }

    /// Indicates whether it lies in one row.
    package var isHorizontal: Bool { start.row == end.row }

    /// The column of its left end.
    package var left: Int { min(start.column, end.column) }

    /// The row of its upper end.
    package var top: Int { min(start.row, end.row) }
}
