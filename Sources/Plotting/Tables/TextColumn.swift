package import Display

/// The texts of one column of a table.
package struct TextColumn: Sendable {
    /// The title.
    package let heading: String
    /// The cells of the rows shown.
    package let cells: [String]
    /// Indicates for each cell whether it is emphasized.
    package let isLoud: [Bool]
    /// The cell in the row of sums.
    package let sum: String
    /// The alignment of the cells.
    package let alignment: Alignment
    /// Indicates whether the cells are texts, which can be wrapped.
    package let canWrap: Bool

    /// Formats a column.
    package init(_ column: Column, rows: [Int?], isLoud: [Bool], style: TextStyle) {
        heading = column.heading.spelled(in: style)
        cells = rows.map { row in
            row.map { column.spelling(of: column.cell($0)).spelled(in: style) } ?? ""
        }
        self.isLoud = isLoud
        sum = column.spelling(of: column.sum).spelled(in: style)
        alignment = column.alignment
        canWrap = column.cells.allSatisfy { $0.number == nil }
    }

    /// Indicates whether any cell is emphasized, so that the column needs room for the mark.
    package var hasLoudCells: Bool { isLoud.contains(true) }

    /// The width of the longest cell in columns, including the mark if there is one.
    package var width: Int {
        let longest = (cells + [heading, sum]).map(\.columns).max() ?? 0
        return max(1, longest + (hasLoudCells ? 2 : 0))
    }
}
