/// Collects the columns that stand between the braces of a table.
@resultBuilder public enum ColumnBuilder {
    /// Takes one column, under no common heading.
    public static func buildExpression(_ column: Column) -> [ColumnGroup] {
        [ColumnGroup(title: "", columns: [column])]
    }

    /// Takes columns under a common heading.
    public static func buildExpression(_ group: ColumnGroup) -> [ColumnGroup] { [group] }

    /// Joins what stands one below the other.
    public static func buildBlock(_ groups: [ColumnGroup]...) -> [ColumnGroup] {
        groups.flatMap { $0 }
    }

    /// Joins the rounds of a loop.
    public static func buildArray(_ groups: [[ColumnGroup]]) -> [ColumnGroup] {
        groups.flatMap { $0 }
    }

    /// Takes the columns of an `if` without `else`.
    public static func buildOptional(_ groups: [ColumnGroup]?) -> [ColumnGroup] { groups ?? [] }

    /// Takes the columns of an `if`.
    public static func buildEither(first groups: [ColumnGroup]) -> [ColumnGroup] { groups }

    /// Takes the columns of an `else`.
    public static func buildEither(second groups: [ColumnGroup]) -> [ColumnGroup] { groups }
}

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
