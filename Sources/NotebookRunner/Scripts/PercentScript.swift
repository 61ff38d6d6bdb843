internal import JSON
public import NotebookDocument

/// The conversion of notebooks to and from scripts whose cells begin with `// %%`, which version
/// control can compare.
///
/// - Source: jupytext's documentation, "The percent format".
public struct PercentScript: Sendable {
    /// The text that begins a comment.
    private let comment: String

    /// Creates a converter for a language.
    ///
    /// - Parameter comment: the text that begins a comment, `//` or `#`.
    public init(comment: String = "//") {
        self.comment = comment
    }

    /// Creates a converter for the extension of a path; returns `nil` if it is not that of a
    /// script.
    public init?(path: String) {
        if path.hasSuffix(".swift") {
            self.init()
        } else if path.hasSuffix(".py") {
            self.init(comment: "#")
        } else {
            return nil
        }
    }

    // MARK: Reading

    /// Converts a script to a notebook.
    ///
    /// - Throws: `ParameterError` if the header or the options of a cell are malformed.
    public func notebook(of text: String) throws(ParameterError) -> Notebook {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
        var notebook = Notebook(metadata: try header(&lines))
        var marker = Marker(kind: .code, metadata: [:])
        var body: [Substring] = []
        var isFirst = true
        for line in lines {
            guard let options = options(of: line) else {
                body.append(line)
                continue
            }
            add(marker, body, to: &notebook, isImplied: isFirst)
            marker = try Marker(options, line: String(line))
            body = []
            isFirst = false
        }
        add(marker, body, to: &notebook, isImplied: isFirst)
        return notebook
    }

    /// The line that begins a cell.
    private struct Marker {
        /// The kind of cell.
        let kind: CellKind

        /// Its metadata.
        let metadata: JSONObject

        /// Creates a marker.
        init(kind: CellKind, metadata: JSONObject) {
            self.kind = kind
            self.metadata = metadata
        }

        /// Parses `[markdown] key=value …`; a title before the options is not kept.
        init(_ options: Substring, line: String) throws(ParameterError) {
            var kind = CellKind.code
            if options.contains("[markdown]") || options.contains("[md]") { kind = .markdown }
            if options.contains("[raw]") { kind = .raw }
            var metadata: JSONObject = [:]
            var rest = options
            while let sign = rest.firstIndex(of: "=") {
                let key = rest[..<sign].split(separator: " ").last.map(String.init) ?? ""
                let after = rest[rest.index(after: sign)...]
                let value = after.prefix(Self.length(ofValue: after))
                guard !key.isEmpty, let json = try? JSONValue(parsing: String(value)) else {
                    throw .unreadable(source: line, problem: "options are of the form key=value")
                }
                metadata[key] = json
                rest = after[value.endIndex...]
            }
            self.init(kind: kind, metadata: metadata)
        }

        /// Returns the length of the JSON value at the beginning of a text.
        private static func length(ofValue text: Substring) -> Int {
            var depth = 0
            var isQuoted = false
            var previous: Character = " "
            for (length, character) in text.enumerated() {
                if character == "\"", previous != "\\" { isQuoted.toggle() }
                if !isQuoted, "[{".contains(character) { depth += 1 }
                if !isQuoted, "]}".contains(character) { depth -= 1 }
                if !isQuoted, depth == 0, character == " " { return length }
                previous = character
            }
            return text.count
        }
    }

    /// Returns the text after the marker of a cell.
    private func options(of line: Substring) -> Substring? {
        guard line.hasPrefix(comment) else { return nil }
        let rest = line.dropFirst(comment.count).drop { $0 == " " }
        guard rest.hasPrefix("%%"), !rest.hasPrefix("%%%") else { return nil }
        return rest.dropFirst(2)
    }

    /// Adds a cell; lines before the first marker become a cell only if they are not blank.
    private func add(
        _ marker: Marker, _ body: [Substring], to notebook: inout Notebook, isImplied: Bool
    ) {
        var lines = body[...]
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines = lines.dropFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines = lines.dropLast() }
        guard !(isImplied && lines.isEmpty) else { return }
        let texts = marker.kind == .code ? Array(lines) : lines.map(uncommented)
        let source = texts.joined(separator: "\n")
        let id = notebook.newIdentifier(forCell: notebook.cells.count, source: source)
        notebook.cells.append(
            NotebookCell(marker.kind, id: id, source: source, metadata: marker.metadata))
    }

    /// Returns a line of prose without its comment sign.
    private func uncommented(_ line: Substring) -> Substring {
        guard line.hasPrefix(comment) else { return line }
        let rest = line.dropFirst(comment.count)
        return rest.first == " " ? rest.dropFirst() : rest
    }

    /// Removes the header, if any, and returns its metadata.
    private func header(_ lines: inout ArraySlice<Substring>) throws(ParameterError) -> JSONObject {
        let fence = "\(comment) ---"
        guard lines.first.map(String.init) == fence,
            let end = lines.dropFirst().firstIndex(where: { $0 == fence })
        else { return [:] }
        let text = lines[(lines.startIndex + 1)..<end].map(uncommented).joined(separator: "\n")
        lines = lines[(end + 1)...]
        do {
            return try YAMLReader.value(of: text)["jupyter"]?.object ?? [:]
        } catch {
            throw .unreadable(source: "the header", problem: error.description)
        }
    }

    // MARK: Writing

    /// Converts a notebook to a script, without outputs.
    ///
    /// - Throws: `ParameterError` if a line of code looks like the beginning of a cell.
    public func text(of notebook: Notebook) throws(ParameterError) -> String {
        var blocks: [String] = []
        if let kernel = notebook.metadata["kernelspec"]?.object {
            let entries = kernel.map { "\(comment)     \($0): \($1.text())" }
            blocks.append(
                ([
                    "\(comment) ---", "\(comment) jupyter:", "\(comment)   kernelspec:",
                ] + entries + ["\(comment) ---"]).joined(separator: "\n"))
        }
        for (index, cell) in notebook.cells.enumerated() {
            blocks.append(try block(of: cell, at: index))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// Returns the lines of a cell.
    private func block(of cell: NotebookCell, at index: Int) throws(ParameterError) -> String {
        let lines = cell.source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let kind = cell.kind == .code ? "" : " [\(cell.kind.rawValue)]"
        // Recorded results of a run are not part of the script.
        let options = cell.metadata.filter { $0.0 != "unroll" || $0.1["run"] == nil }
            .map { " \($0)=\($1.text())" }.joined()
        guard cell.kind == .code else {
            let prose = lines.map { $0.isEmpty ? comment : "\(comment) \($0)" }
            return (["\(comment) %%\(kind)\(options)"] + prose).joined(separator: "\n")
        }
        guard !lines.contains(where: { self.options(of: $0) != nil }) else {
            throw .unreadable(
                source: "cell \(index + 1)", problem: "a line begins with \(comment) %%")
        }
        let code = cell.source.isEmpty ? [] : [cell.source]
        return (["\(comment) %%\(options)"] + code).joined(separator: "\n")
    }
}
