/// Numbers and words in rows and columns: one value shown as text and as HTML, and saved as CSV.
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
    /// What the table shows.
    package let title: String
    /// The columns, with their common headings.
    package let groups: [ColumnGroup]
    /// A sentence under the table.
    package private(set) var note = ""
    /// The cells that stand out.
    package private(set) var emphasis: Set<Position> = []
    /// The number of rows above which the middle ones are left out where the table is shown.
    package private(set) var mostRows = 40

    /// The place of a cell.
    package struct Position: Sendable, Hashable {
        /// The number of rows above.
        package let row: Int
        /// The number of columns to the left.
        package let column: Int

        /// Takes the number of rows above and of columns to the left.
        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// Makes a table of columns; shorter ones end in empty cells.
    public init(_ title: String = "", @ColumnBuilder _ columns: () -> [ColumnGroup]) {
        self.title = title
        groups = columns()
    }

    /// Returns the table with a sentence under it.
    public func note(_ text: String) -> Table {
        var copy = self
        copy.note = text
        return copy
    }

    /// Returns the table with the cells for which the closure says so standing out.
    public func emphasized(where isLoud: (_ row: Int, _ column: Int) -> Bool) -> Table {
        var copy = self
        for row in 0..<rowCount {
            for column in columns.indices where isLoud(row, column) {
                copy.emphasis.insert(Position(row: row, column: column))
            }
        }
        return copy
    }

    /// Returns the table with another limit on the rows that are shown; CSV always has all.
    ///
    /// - Parameter count: the number of rows, at least two, above which the middle ones are left
    ///   out, which the table then says.
    public func rows(atMost count: Int) -> Table {
        var copy = self
        copy.mostRows = max(2, count)
        return copy
    }

    /// The columns, from left to right.
    package var columns: [Column] { groups.flatMap(\.columns) }

    /// The length of the longest column.
    package var rowCount: Int { columns.map(\.cells.count).max() ?? 0 }

    /// Whether any column has something in the row of sums.
    package var hasSums: Bool { columns.contains { $0.sum != .absent } }

    /// The rows that are shown; nothing where others are left out.
    package var shownRows: [Int?] {
        guard rowCount > mostRows else { return (0..<rowCount).map { $0 } }
        let head = (mostRows + 1) / 2
        let tail = mostRows - head
        return (0..<head).map { $0 } + [nil] + ((rowCount - tail)..<rowCount).map { $0 }
    }

    /// What stands in place of the rows that are left out.
    package var omission: String { "\(rowCount - mostRows) more rows" }
}
