/// Columns under a common title.
public struct ColumnGroup: Sendable {
    /// The title; empty for a single column.
    package let title: String
    /// The columns from left to right.
    package let columns: [Column]

    /// Creates a group of columns under a title.
    public init(_ title: String, @ColumnBuilder _ columns: () -> [ColumnGroup]) {
        self.init(title: title, columns: columns().flatMap(\.columns))
    }

    /// Creates a group of columns under a title.
    package init(title: String, columns: [Column]) {
        self.title = title
        self.columns = columns
    }
}
