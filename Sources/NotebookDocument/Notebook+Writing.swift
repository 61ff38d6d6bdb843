public import JSON

extension Notebook {
    /// The document exactly as Jupyter writes it, byte for byte.
    ///
    /// - Source: the output of `nbformat.write` of Python's nbformat 5.11.
    public var bytes: [UInt8] { NotebookWriter.bytes(of: self) }

    /// The document as a JSON value, with texts split into lines.
    public var document: JSONValue {
        var object = entries
        object["cells"] = .array(cells.map(\.document))
        return JSONValue.object(object).respelled
    }

    /// The entries of the document besides the cells.
    var entries: JSONObject {
        var object = unknownEntries
        object["cells"] = nil
        object["nbformat"] = 4
        object["nbformat_minor"] = .number(JSONNumber(minorVersion))
        object["metadata"] = .object(metadata.without(Self.transientMetadata))
        return object
    }

    /// The metadata keys that Jupyter keeps in memory but does not store in files.
    static let transientMetadata = ["orig_nbformat", "orig_nbformat_minor", "signature"]
}

extension NotebookCell {
    /// The cell as JSON.
    var document: JSONValue {
        var object = unknownEntries
        object["cell_type"] = .string(kind.rawValue)
        object["metadata"] = .object(metadata.without(["trusted"]))
        if !lacksSource || !source.isEmpty { object["source"] = MIMEForms.split(source) }
        if let id { object["id"] = .string(id) }
        if let attachments {
            object["attachments"] = .object(
                attachments.mapValues { forms in
                    forms.object.map { .object(MIMEForms.split($0)) } ?? forms
                })
        }
        if kind == .code {
            object["execution_count"] = executionCount.map { .number(JSONNumber($0)) } ?? .null
            object["outputs"] = .array(outputs.map(\.document))
        }
        return .object(object)
    }
}
