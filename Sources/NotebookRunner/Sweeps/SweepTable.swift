internal import JSON
public import NotebookDocument

/// What came out of a sweep, as a table in CSV: a row for each run, with its parameters and the
/// values that its cells have recorded.
public struct SweepTable: Sendable {
    /// The media type under which a cell records a value: an object with `name` and `value`.
    static let mediaType = "application/vnd.unroll.value+json"

    /// The columns by name, in the order of their first appearance, for each run.
    private var rows: [[(name: String, value: String)]] = []

    /// Makes an empty table.
    public init() {}

    /// Adds a run; nothing came out where there is no notebook.
    public mutating func add(
        index: Int, parameters: [NotebookParameter], status: String, notebook: Notebook?
    ) {
        var row = [("index", String(index)), ("status", status)]
        row += parameters.map { ($0.name, $0.value.text) }
        for cell in notebook?.cells ?? [] {
            for output in cell.outputs {
                guard let value = output.displayedData?.forms[Self.mediaType],
                    let name = value["name"]?.string, let content = value["value"]
                else { continue }
                row.removeAll { $0.0 == name }
                row.append((name, content.string ?? content.text()))
            }
        }
        rows.append(row)
    }

    /// The table, with a heading.
    public var csv: String {
        var columns: [String] = []
        for (name, _) in rows.joined() where !columns.contains(name) { columns.append(name) }
        let lines = rows.map { row in
            columns.map { column in row.last { $0.name == column }?.value ?? "" }
        }
        return CSVText.of([columns] + lines)
    }
}
