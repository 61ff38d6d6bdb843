public import Display
public import Plotting
public import Recurrent

extension UpdateTable {
    /// The update as a table: W, g, α g, W after, and the change of each number.
    public var table: Table { table(of: "W") }

    /// Returns the update as a table.
    ///
    /// - Parameter symbol: the name of the updated quantity.
    public func table(of symbol: String) -> Table { table(of: symbol, after: []) }

    /// Returns the update as a table, with a number in front of every row.
    ///
    /// - Parameters:
    ///   - symbol: the name of the updated quantity.
    ///   - name: the name of the numbers in front, such as "lag".
    ///   - keys: the numbers in front.
    public func table<Keys: Sequence>(
        of symbol: String, by name: String, _ keys: Keys
    ) -> Table where Keys.Element: Plottable {
        table(of: symbol, after: [Column(name, keys)])
    }

    /// Returns the update as a table, to the right of other columns.
    private func table(of symbol: String, after others: [Column]) -> Table {
        let precision = Scalar.precision == .double ? "Double" : "Float"
        let rate = NumberFormat.exact.spelling(of: learningRate.shown)
        return Table("\(symbol) = \(symbol) − α ∂L/∂\(symbol), α = \(rate)") {
            for column in others { column }
            Column("\(symbol) before", rows.map(\.before.shown), format: .exact)
            Column("∂L/∂\(symbol)", rows.map(\.gradient.shown))
            Column("α ∂L/∂\(symbol)", rows.map(\.step.shown))
            Column("\(symbol) after", rows.map(\.after.shown), format: .exact)
            Column("change", rows.map(\.change), alignment: .trailing)
        }
        .emphasized { row, column in
            column == others.count + 4 && row < rows.count && !rows[row].hasChanged
        }
        .note(
            "\(changedCount) of \(rows.count) numbers changed; 1 ulp is the step from a \(precision)"
                + " to the next one.")
    }
}

extension UpdateTable.Row {
    /// The change of the number, in units of adjacent representable numbers.
    fileprivate var change: String {
        guard before.isFinite, after.isFinite else { return "not finite" }
        if unitsInTheLastPlace == 0 { return "none" }
        let isShort = unitsInTheLastPlace < 1_000_000
        let rounded = NumberFormat.significant(4).spelling(of: Double(unitsInTheLastPlace))
        return (isShort ? String(unitsInTheLastPlace) : rounded) + " ulp"
    }
}

extension UpdateTable: Displayable, CustomStringConvertible {
    /// The table as CSV text.
    public var description: String { table.description }

    /// The table as text and as HTML.
    public var mimeBundle: MIMEBundle { table.mimeBundle }
}
