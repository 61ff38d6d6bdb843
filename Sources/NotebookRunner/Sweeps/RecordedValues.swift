internal import Display
internal import JSON
internal import NotebookDocument

/// The values that the cells of a notebook have recorded, by name; of equal names, the last counts.
struct RecordedValues: Sendable, Hashable {
    /// The values, in the order in which they were recorded last.
    private(set) var values: [Entry] = []

    /// A value and its name.
    struct Entry: Sendable, Hashable {
        /// The name.
        let name: String
        /// The value.
        let value: JSONValue
    }

    /// Collects the values in the outputs of a notebook.
    init(of notebook: Notebook) {
        for cell in notebook.cells {
            for output in cell.outputs {
                guard let record = output.displayedData?.forms[MIMEType.recordedValue.rawValue],
                    let name = record["name"]?.string, let value = record["value"]
                else { continue }
                values.removeAll { $0.name == name }
                values.append(Entry(name: name, value: value))
            }
        }
    }
}
