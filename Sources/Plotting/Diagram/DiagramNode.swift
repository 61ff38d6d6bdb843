/// A box or a text of a diagram.
package struct DiagramNode: Sendable, Hashable {
    /// What a box is.
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
    /// Whether it was made for several columns, whose widths do not follow from its text.
    package let isWide: Bool
    /// What stands in it, line by line.
    package var lines: [String]
    /// What it is.
    package var look: Look
    /// Whether it is highlighted.
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
