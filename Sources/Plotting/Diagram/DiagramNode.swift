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
