internal import Display
internal import JSON
public import NotebookDocument

/// A check of a notebook that is to be shared, without a kernel.
public struct NotebookCheck: Sendable {
    /// The notebook, with the repairs made while it was read.
    private let reading: NotebookReading

    /// The bytes of the file.
    private let bytes: [UInt8]

    /// Creates a check of a file.
    ///
    /// - Throws: `NotebookError` if it is not a notebook.
    public init(_ bytes: [UInt8]) throws(NotebookError) {
        self.bytes = bytes
        reading = try Notebook.reading(bytes)
    }

    /// The notebook with everything fixed that can be.
    public var mended: Notebook {
        var notebook = reading.notebook
        notebook.replaceInvalidIdentifiers()
        return notebook
    }

    /// The findings, in the order of the cells.
    public var findings: [CheckFinding] {
        let notebook = reading.notebook
        var findings = reading.warnings.map { warning in
            CheckFinding(.ids, warning.description, isFixable: true)
        }
        findings += invalidIdentifiers + whole
        for (index, cell) in notebook.cells.enumerated() {
            findings += schema(of: cell, at: index) + run(of: cell, at: index)
            findings += leaks(in: cell, at: index)
        }
        return findings + counts
    }

    /// The findings about invalid IDs.
    private var invalidIdentifiers: [CheckFinding] {
        reading.notebook.cells.enumerated().compactMap { index, cell in
            guard let id = cell.id, !Notebook.isValid(identifier: id) else { return nil }
            return CheckFinding(
                .ids, cell: index,
                "the id \(id.prefix(80)) is not of 1 to 64 letters, digits, - and _",
                isFixable: true)
        }
    }

    /// The findings about the whole notebook.
    private var whole: [CheckFinding] {
        let notebook = reading.notebook
        var findings: [CheckFinding] = []
        if notebook.bytes != bytes, reading.warnings.isEmpty {
            findings.append(
                CheckFinding(.form, "the file is not written as Jupyter writes it", isFixable: true)
            )
        }
        if notebook.kernelName == nil {
            findings.append(CheckFinding(.kernel, "the notebook names no kernel"))
        } else if notebook.metadata["kernelspec"]?["display_name"]?.string == nil {
            findings.append(CheckFinding(.schema, "the kernelspec has no display_name"))
        }
        for key in notebook.unknownEntries.keys where notebook.minorVersion <= 5 {
            findings.append(CheckFinding(.schema, "the format knows no entry \(key) of a notebook"))
        }
        do {
            try notebook.checkSettings()
        } catch {
            findings.append(CheckFinding(.settings, cell: error.cell, error.description))
        }
        return findings
    }

    /// Returns the findings about the shape of a cell.
    private func schema(of cell: NotebookCell, at index: Int) -> [CheckFinding] {
        var problems: [String] = []
        if reading.notebook.minorVersion <= 5 {
            if case .other(let name) = cell.kind {
                problems.append("the format knows no \(name) cells")
            }
            problems += cell.unknownEntries.keys.map { "the format knows no entry \($0) of a cell" }
        }
        if cell.kind == .code, cell.attachments != nil {
            problems.append("a code cell may have no attachments")
        }
        if let tags = cell.metadata["tags"] {
            let texts = tags.array?.compactMap(\.string)
            if texts == nil || texts?.count != tags.array?.count {
                problems.append("the tags are no array of texts")
            } else if let texts, Set(texts).count < texts.count {
                problems.append("a tag stands there twice")
            } else if let texts, texts.contains(where: { $0.contains(",") }) {
                problems.append("a tag holds a comma")
            }
        }
        for (place, output) in cell.outputs.enumerated() {
            if case .other = output.content {
                problems.append("output \(place + 1) has no shape that the format knows")
            } else if !output.unknownEntries.isEmpty {
                let keys = output.unknownEntries.keys.joined(separator: ", ")
                problems.append(
                    "output \(place + 1) has entries that the format does not know: \(keys)")
            }
        }
        return problems.map { CheckFinding(.schema, cell: index, $0) }
    }

    /// Returns the findings about the last run of a cell.
    private func run(of cell: NotebookCell, at index: Int) -> [CheckFinding] {
        let marks = CellMarks(of: cell)
        let isEmpty = cell.source.allSatisfy(\.isWhitespace)
        guard cell.kind == .code, !isEmpty, !marks.skips else { return [] }
        if cell.executionCount == nil {
            return [CheckFinding(.unexecuted, cell: index, "the cell has not been run")]
        }
        let name = cell.outputs.lazy.compactMap { output -> String? in
            guard case .error(let name, _, _) = output.content else { return nil }
            return name
        }.first
        guard let name, !marks.mayFail else { return [] }
        return [CheckFinding(.errors, cell: index, "the cell holds the error \(name)")]
    }

    /// The findings about execution counts that are out of order.
    private var counts: [CheckFinding] {
        var expected = 1
        for (index, cell) in reading.notebook.cells.enumerated() where cell.kind == .code {
            guard !CellMarks(of: cell).skips, let count = cell.executionCount else { continue }
            guard count == expected else {
                return [
                    CheckFinding(
                        .counts, cell: index,
                        "the cell was the \(count). to be run instead of the \(expected).; run all again"
                    )
                ]
            }
            expected += 1
        }
        return []
    }

    /// Returns the findings about private paths and secrets.
    private func leaks(in cell: NotebookCell, at index: Int) -> [CheckFinding] {
        let outputs = cell.outputs.map(\.text)
        var findings: [CheckFinding] = []
        for (place, text) in outputs.enumerated() {
            guard let path = LeakPatterns.path(in: text) else { continue }
            findings.append(
                CheckFinding(.paths, cell: index, "output \(place + 1) holds the path \(path)"))
        }
        for (place, text) in ([cell.source] + outputs).enumerated() {
            guard let name = LeakPatterns.secret(in: text) else { continue }
            let subject = place == 0 ? "the source" : "output \(place)"
            findings.append(
                CheckFinding(.secrets, cell: index, "\(subject) holds what looks like \(name)"))
        }
        return findings
    }
}

extension CellOutput {
    /// All texts of the output, joined.
    fileprivate var text: String {
        switch content {
        case .stream(_, let text): text
        case .error(let name, let value, let traceback):
            PlainText.of(([name, value] + traceback).joined(separator: "\n"))
        case .display(let data), .result(let data, _):
            data.forms.filter { !$0.0.hasPrefix("image/") || $0.0 == "image/svg+xml" }
                .map { $0.1.string ?? $0.1.text() }.joined(separator: "\n")
        case .other(let whole): JSONValue.object(whole).text()
        }
    }
}
