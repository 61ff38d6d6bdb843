internal import JSON
public import NotebookDocument

/// The results of a sweep as CSV: a row per run, with its parameters and the values that its cells
/// have recorded.
public struct SweepTable: Sendable {
    /// The named values of each run, in the order of their first appearance.
    private var rows: [[(name: String, value: String)]] = []

    /// Creates an empty table.
    public init() {}

    /// Adds a run; without a notebook, the run has no values.
    public mutating func add(
        index: Int, parameters: [NotebookParameter], status: String, notebook: Notebook?
    ) {
        var row = [("index", String(index)), ("status", status)]
        row += parameters.map { ($0.name, $0.value.text) }
        for entry in notebook.map(RecordedValues.init(of:))?.values ?? [] {
            row.removeAll { $0.0 == entry.name }
            row.append((entry.name, entry.value.string ?? entry.value.text()))
        }
        rows.append(row)
    }

    /// The table, with a header.
    public var csv: String {
        var columns: [String] = []
        for (name, _) in rows.joined() where !columns.contains(name) { columns.append(name) }
        let lines = rows.map { row in
            columns.map { column in row.last { $0.name == column }?.value ?? "" }
        }
        return CSVText.of([columns] + lines)
    }
}
