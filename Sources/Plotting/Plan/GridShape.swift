/// Cells in rows and columns, colored by value.
package struct GridShape: Sendable, Hashable {
    /// The values by row; a `nil` or a short row means that there is no cell.
    package var rows: [[Double?]]
    /// The integer at the center of the first column.
    package var firstColumn: Double
    /// The integer at the center of the first row.
    package var firstRow: Double
    /// Indicates whether the cells show their numbers.
    package var showsNumbers: Bool

    /// The length of the longest row.
    package var columnCount: Int { rows.map(\.count).max() ?? 0 }

    /// Returns a cell's value, or `nil` if there is no cell.
    package func value(row: Int, column: Int) -> Double? {
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return nil }
        return rows[row][column]
    }

    /// Returns the value that represents several cells: an invalid one, or the largest magnitude.
    package func loudestValue(rows: Range<Int>, columns: Range<Int>) -> Double? {
        let values = rows.flatMap { row in columns.compactMap { value(row: row, column: $0) } }
        if let broken = values.first(where: { !$0.isFinite }) { return broken }
        return values.max { $0.magnitude < $1.magnitude }
    }
}
