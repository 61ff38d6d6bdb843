/// Numbers and words in rows and columns, shown as text and as HTML, and saved as CSV.
///
/// For example:
///
/// ```swift
/// let parts = [-0.0589, -0.2805, 0.5606]
/// Table("Contributions to ∂L/∂W") {
///     Column("k", 1...3)
///     Column("contribution", parts).summed()
/// }
/// .emphasized { row, column in column == 1 && parts[row] < 0 }
/// ```
public struct Table: Sendable {
    /// The title.
    package let title: String
    /// The columns, with their common titles.
    package let groups: [ColumnGroup]
    /// The note under the table.
    package private(set) var note = ""
    /// The emphasized cells.
    package private(set) var emphasis: Set<Position> = []
    /// The maximum number of rows shown; if there are more, those in the middle are omitted.
    package private(set) var mostRows = 40

    /// The position of a cell.
    package struct Position: Sendable, Hashable {
        /// The row index.
        package let row: Int
        /// The column index.
        package let column: Int

        /// Creates a position from a row and a column index.
        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// Creates a table of columns; shorter ones end in empty cells.
    public init(_ title: String = "", @ColumnBuilder _ columns: () -> [ColumnGroup]) {
        self.title = title
        groups = columns()
    }

    /// Returns the table with a note under it.
    public func note(_ text: String) -> Table {
        var copy = self
        copy.note = text
        return copy
    }

    /// Returns the table with the cells emphasized for which the closure returns true.
    public func emphasized(where isLoud: (_ row: Int, _ column: Int) -> Bool) -> Table {
        var copy = self
        for row in 0..<rowCount {
            for column in columns.indices where isLoud(row, column) {
                copy.emphasis.insert(Position(row: row, column: column))
            }
        }
        return copy
    }

    /// Returns the table with another limit on the rows shown; CSV always contains all rows.
    ///
    /// - Parameter count: the maximum number of rows, at least two; if there are more, those in the
    ///   middle are omitted, which the table states.
    public func rows(atMost count: Int) -> Table {
        var copy = self
        copy.mostRows = max(2, count)
        return copy
    }

    /// The columns from left to right.
    package var columns: [Column] { groups.flatMap(\.columns) }

    /// The length of the longest column.
    package var rowCount: Int { columns.map(\.cells.count).max() ?? 0 }

    /// Indicates whether any column has a cell in the row of sums.
    package var hasSums: Bool { columns.contains { $0.sum != .absent } }

    /// The indices of the rows shown, with `nil` in place of omitted ones.
    package var shownRows: [Int?] {
        guard rowCount > mostRows else { return (0..<rowCount).map { $0 } }
        let head = (mostRows + 1) / 2
        let tail = mostRows - head
        return (0..<head).map { $0 } + [nil] + ((rowCount - tail)..<rowCount).map { $0 }
    }

    /// The text in place of omitted rows.
    package var omission: String { "\(rowCount - mostRows) more rows" }
}
