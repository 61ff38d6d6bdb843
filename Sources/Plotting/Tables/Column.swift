/// A column of a table: its title, its cells, and their format.
public struct Column: Sendable {
    /// The content of a cell.
    package enum Cell: Sendable, Hashable {
        /// A text.
        case text(String)
        /// An integer.
        case number(Double)
        /// An empty cell.
        case absent
    }

    /// The title.
    package let title: String
    /// The unit of the numbers, shown in parentheses after the title.
    package let unit: String?
    /// The cells from top to bottom.
    package let cells: [Cell]
    /// The format of numbers.
    package let format: NumberFormat
    /// The alignment of the cells.
    package let alignment: Alignment
    /// The cell in the row of sums: empty, a text, or a number.
    package var sum: Cell = .absent

    /// Creates a column of numbers.
    ///
    /// - Parameters:
    ///   - title: the title.
    ///   - values: the numbers; `nil` for an empty cell.
    ///   - unit: the unit of the numbers.
    ///   - format: the format of the numbers.
    ///   - alignment: the alignment of the cells.
    public init<Values: Sequence>(
        _ title: String, _ values: Values, unit: String? = nil, format: NumberFormat = .automatic,
        alignment: Alignment = .trailing
    ) where Values.Element: Plottable {
        self.title = title
        self.unit = unit
        let cells = values.map { $0.plotValue.map(Cell.number) ?? .absent }
        self.cells = cells
        self.format = format.resolved(for: cells.compactMap(\.number))
        self.alignment = alignment
    }

    /// Creates a column of texts.
    public init<Values: Sequence>(
        _ title: String, _ values: Values, alignment: Alignment = .leading
    ) where Values.Element: StringProtocol {
        self.title = title
        unit = nil
        cells = values.map { .text(String($0)) }
        format = .exact
        self.alignment = alignment
    }

    /// Creates a column of Booleans, shown as yes and no.
    public init<Values: Sequence>(
        _ title: String, _ values: Values, alignment: Alignment = .leading
    ) where Values.Element == Bool {
        self.init(title, values.map { $0 ? "yes" : "no" }, alignment: alignment)
    }

    /// Returns the column with the sum of its numbers in the row of sums.
    public func summed() -> Column {
        var copy = self
        let numbers = cells.compactMap(\.number)
        copy.sum = numbers.isEmpty ? .absent : .number(numbers.reduce(0, +))
        return copy
    }

    /// Returns the column with a number in the row of sums, such as a total computed elsewhere.
    public func total(_ value: some Plottable) -> Column {
        var copy = self
        copy.sum = value.plotValue.map(Cell.number) ?? .absent
        return copy
    }

    /// Returns the column with a text in the row of sums.
    public func total(_ text: String) -> Column {
        var copy = self
        copy.sum = .text(text)
        return copy
    }

    /// The title with its unit, on one line.
    package var heading: String {
        guard let unit, !unit.isEmpty else { return title.singleLine }
        return "\(title) (\(unit))".singleLine
    }

    /// Returns the text of a cell.
    package func spelling(of cell: Cell) -> String {
        switch cell {
        case .text(let text): text.singleLine
        case .number(let value): format.spelling(of: value)
        case .absent: ""
        }
    }

    /// Returns the cell in a row; rows beyond the column's end are empty.
    package func cell(_ row: Int) -> Cell {
        cells.indices.contains(row) ? cells[row] : .absent
    }
}

extension Column.Cell {
    /// The number, or `nil` if the cell does not contain one.
    package var number: Double? {
        if case .number(let value) = self { return value }
        return nil
    }
}

/// The alignment of text in the available room.
public enum Alignment: Sendable, Hashable {
    /// Left-aligned.
    case leading
    /// Centered.
    case center
    /// Right-aligned, as numbers are.
    case trailing
}

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
