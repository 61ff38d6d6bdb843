/// A box or a text of a diagram.
package struct DiagramNode: Sendable, Hashable {
    /// The appearances of boxes.
    package enum Look: Sendable, Hashable {
        /// A box with an outline.
        case box
        /// Text without a box.
        case text
        /// The place of columns that are left out.
        case ellipsis
    }

    /// The row, from the top.
    package var row: Int
    /// The first column.
    package var column: Int
    /// The last column.
    package var lastColumn: Int
    /// Indicates whether it was made for several columns, whose widths do not follow from its text.
    package let isWide: Bool
    /// The lines of text in the box.
    package var lines: [String]
    /// The appearance of the box.
    package var look: Look
    /// Indicates whether it is highlighted.
    package var isStrong: Bool

    /// Describes a box.
    package init(
        row: Int, column: Int, through lastColumn: Int? = nil, _ lines: [String],
        look: Look = .box, isStrong: Bool = false
    ) {
        self.row = row
        self.column = column
        self.lastColumn = max(column, lastColumn ?? column)
        isWide = self.lastColumn > column
        self.lines = lines
        self.look = look
        self.isStrong = isStrong
    }
}

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
