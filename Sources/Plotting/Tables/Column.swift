/// A column of a table: its heading, its cells, and how they are spelled.
public struct Column: Sendable {
    /// What one cell holds.
    package enum Cell: Sendable, Hashable {
        /// Words.
        case text(String)
        /// A number.
        case number(Double)
        /// Nothing.
        case absent
    }

    /// What stands above the cells.
    package let title: String
    /// The unit of the numbers, shown in parentheses after the title.
    package let unit: String?
    /// The cells, from top to bottom.
    package let cells: [Cell]
    /// How numbers are spelled.
    package let format: NumberFormat
    /// Where cells stand in the column.
    package let alignment: Alignment
    /// What stands in the row of sums: nothing, a word, or a number.
    package var sum: Cell = .absent

    /// Makes a column of numbers.
    ///
    /// - Parameters:
    ///   - title: what stands above the numbers.
    ///   - values: the numbers, nothing where a cell is empty.
    ///   - unit: the unit of the numbers.
    ///   - format: how they are spelled.
    ///   - alignment: where they stand in the column.
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

    /// Makes a column of words.
    public init<Values: Sequence>(
        _ title: String, _ values: Values, alignment: Alignment = .leading
    ) where Values.Element: StringProtocol {
        self.title = title
        unit = nil
        cells = values.map { .text(String($0)) }
        format = .exact
        self.alignment = alignment
    }

    /// Makes a column of yes and no.
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

    /// Returns the column with a number, such as a total computed elsewhere, in the row of sums.
    public func total(_ value: some Plottable) -> Column {
        var copy = self
        copy.sum = value.plotValue.map(Cell.number) ?? .absent
        return copy
    }

    /// Returns the column with a word in the row of sums.
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

    /// Returns a cell as it is shown.
    package func spelling(of cell: Cell) -> String {
        switch cell {
        case .text(let text): text.singleLine
        case .number(let value): format.spelling(of: value)
        case .absent: ""
        }
    }

    /// Returns a row's cell; rows beyond the column's end have none.
    package func cell(_ row: Int) -> Cell {
        cells.indices.contains(row) ? cells[row] : .absent
    }
}

extension Column.Cell {
    /// The number, where the cell holds one.
    package var number: Double? {
        if case .number(let value) = self { return value }
        return nil
    }
}
