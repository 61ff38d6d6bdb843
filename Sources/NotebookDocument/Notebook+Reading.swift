public import JSON

extension Notebook {
    /// Parses a document, and repairs what Jupyter would repair.
    ///
    /// - Throws: `NotebookError` if the text is not JSON, not a notebook or not in nbformat 4.
    public static func reading(_ bytes: [UInt8]) throws(NotebookError) -> NotebookReading {
        let document: JSONValue
        do {
            document = try JSONValue(parsing: bytes)
        } catch {
            throw NotebookError(.read, cause: .notJSON(error))
        }
        return try reading(document)
    }

    /// Decodes a document from a JSON value.
    ///
    /// - Throws: `NotebookError` if the value is not a notebook or not in nbformat 4.
    public static func reading(_ document: JSONValue) throws(NotebookError) -> NotebookReading {
        var entries = try DocumentEntries(document, at: "")
        try checkVersion(entries.take("nbformat"), hasCells: document["cells"] != nil)
        let minorVersion = try entries.takeInteger("nbformat_minor")
        guard let cellValues = try entries.takeArray("cells") else {
            throw DocumentEntries.error("it has no cells")
        }
        var cells: [NotebookCell] = []
        for (index, value) in cellValues.enumerated() {
            cells.append(try NotebookCell(document: value, at: "cells.\(index)"))
        }
        let metadata = try entries.takeObject("metadata") ?? [:]
        let assumed = cells.contains { $0.id != nil } ? firstMinorVersionWithIdentifiers : 4
        var notebook = Notebook(
            cells: cells, metadata: metadata.without(transientMetadata),
            minorVersion: minorVersion ?? assumed, unknownEntries: entries.remaining)
        var warnings = notebook.mendIdentifiers()
        if minorVersion == nil { warnings.insert(.missingMinorVersion(assumed: assumed), at: 0) }
        return NotebookReading(notebook: notebook, warnings: warnings)
    }

    /// Checks that a document is a notebook of a supported version.
    private static func checkVersion(
        _ version: JSONValue?, hasCells: Bool
    ) throws(NotebookError) {
        guard let version else {
            throw DocumentEntries.error(
                hasCells ? "it does not say its nbformat" : "it has neither nbformat nor cells")
        }
        guard version.int == 4 else {
            throw NotebookError(.read, cause: .unsupportedVersion(version.text()))
        }
    }
}

extension NotebookCell {
    /// Decodes a cell.
    init(document: JSONValue, at place: String) throws(NotebookError) {
        var entries = try DocumentEntries(document, at: place)
        guard let kind = try entries.takeText("cell_type") else {
            throw DocumentEntries.error("\(place) does not say its cell_type")
        }
        let metadata = try entries.takeObject("metadata") ?? [:]
        let source = try entries.takeText("source")
        self.init(
            CellKind(rawValue: kind), id: try entries.takeText("id"), source: source ?? "",
            metadata: metadata.without(["trusted"]))
        if case .other = self.kind { lacksSource = source == nil }
        attachments = try entries.takeObject("attachments").map { attachments in
            attachments.mapValues { forms in
                forms.object.map { .object(MIMEForms.joined($0)) } ?? forms
            }
        }
        if self.kind == .code {
            executionCount = try entries.takeInteger("execution_count")
            for (index, value) in (try entries.takeArray("outputs") ?? []).enumerated() {
                outputs.append(try CellOutput(document: value, at: "\(place).outputs.\(index)"))
            }
        }
        unknownEntries = entries.remaining
    }
}
