/// Columns under a common heading.
public struct ColumnGroup: Sendable {
    /// The heading; empty for a column that stands alone.
    package let title: String
    /// The columns, from left to right.
    package let columns: [Column]

    /// Puts columns under a heading.
    public init(_ title: String, @ColumnBuilder _ columns: () -> [ColumnGroup]) {
        self.init(title: title, columns: columns().flatMap(\.columns))
    }

    /// Puts given columns under a heading.
    package init(title: String, columns: [Column]) {
        self.title = title
        self.columns = columns
    }
}
