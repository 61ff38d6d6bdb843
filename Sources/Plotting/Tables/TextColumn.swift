package import Display

/// The spellings of one column of a table.
package struct TextColumn: Sendable {
    /// The heading.
    package let heading: String
    /// The cells of the rows that are shown.
    package let cells: [String]
    /// Which of them stand out.
    package let isLoud: [Bool]
    /// What stands in the row of sums.
    package let sum: String
    /// Where cells stand in the column.
    package let alignment: Alignment
    /// Whether cells are words, which can be wrapped.
    package let canWrap: Bool

    /// Spells a column.
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

    /// Whether any cell stands out, so that the column has room for the mark.
    package var hasLoudCells: Bool { isLoud.contains(true) }

    /// The columns of the longest cell, and of the mark where there is one.
    package var width: Int {
        let longest = (cells + [heading, sum]).map(\.columns).max() ?? 0
        return max(1, longest + (hasLoudCells ? 2 : 0))
    }
}
