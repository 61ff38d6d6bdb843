/// The result builder for the columns of a table.
@resultBuilder public enum ColumnBuilder {
    /// Builds a single column without a common title.
    public static func buildExpression(_ column: Column) -> [ColumnGroup] {
        [ColumnGroup(title: "", columns: [column])]
    }

    /// Builds columns under a common title.
    public static func buildExpression(_ group: ColumnGroup) -> [ColumnGroup] { [group] }

    /// Combines consecutive columns.
    public static func buildBlock(_ groups: [ColumnGroup]...) -> [ColumnGroup] {
        groups.flatMap { $0 }
    }

    /// Combines the iterations of a loop.
    public static func buildArray(_ groups: [[ColumnGroup]]) -> [ColumnGroup] {
        groups.flatMap { $0 }
    }

    /// Builds the columns of an `if` without `else`.
    public static func buildOptional(_ groups: [ColumnGroup]?) -> [ColumnGroup] { groups ?? [] }

    /// Builds the columns of an `if`.
    public static func buildEither(first groups: [ColumnGroup]) -> [ColumnGroup] { groups }

    /// Builds the columns of an `else`.
    public static func buildEither(second groups: [ColumnGroup]) -> [ColumnGroup] { groups }
}
