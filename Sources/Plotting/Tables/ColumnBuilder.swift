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
