internal import JSON
public import NotebookDocument

/// The results of a sweep as CSV: a row per run, with its parameters and the values that its cells
/// have recorded.
public struct SweepTable: Sendable {
    /// The media type of a recorded value: an object with `name` and `value`.
    static let mediaType = "application/vnd.unroll.value+json"

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
