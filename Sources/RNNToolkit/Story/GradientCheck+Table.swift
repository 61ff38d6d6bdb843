public import Display
public import Plotting
public import Recurrent

extension GradientCheck {
    /// The results as a table, one row per parameter.
    public var table: Table {
        Table("Gradient against central differences") {
            Column("parameter", entries.map(\.name))
            Column("‖gradient‖", entries.map(\.norm))
            Column("relative error", entries.map(\.relativeError), format: .scientific(decimals: 0))
            Column("verdict", entries.map(\.verdict.rawValue))
        }
        .emphasized { row, column in column == 3 && entries[row].verdict == .disagrees }
    }
}

extension GradientCheck: Displayable {
    /// The table as text and as HTML.
    public var mimeBundle: MIMEBundle { table.mimeBundle }
}
