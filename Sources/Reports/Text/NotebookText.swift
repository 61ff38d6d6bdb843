internal import Display
internal import JSON
public import NotebookDocument

/// A notebook as a text in Markdown, with its pictures as files beside it.
public struct NotebookText: Sendable {
    /// The text.
    public private(set) var text = ""

    /// The pictures, by their names in the folder for them.
    public private(set) var files: [(name: String, bytes: [UInt8])] = []

    /// The folder for the pictures, seen from the text.
    private let folder: String

    /// The language of the cells.
    private let language: String

    /// Turns a notebook into text.
    ///
    /// - Parameter folder: the folder for the pictures, seen from the text.
    public init(_ notebook: Notebook, folder: String) {
        self.folder = folder
        language = notebook.languageName ?? "swift"
        for (index, cell) in notebook.cells.enumerated() {
            switch cell.kind {
            case .markdown: add(text(of: cell, at: index))
            case .code: addCode(cell, at: index)
            case .raw, .other: add(cell.source)
            }
        }
    }

    /// Adds a block with an empty line before it.
    private mutating func add(_ block: String) {
        guard !block.allSatisfy(\.isWhitespace) else { return }
        let hasEnd = block.hasSuffix("\n")
        text += (text.isEmpty ? "" : "\n") + block + (hasEnd ? "" : "\n")
    }

    /// Returns the text of a cell, with its pictures as files.
    private mutating func text(of cell: NotebookCell, at index: Int) -> String {
        var source = cell.source
        for (name, forms) in cell.attachments ?? [:] {
            for (type, content) in forms.object ?? [:] {
                guard let content = content.string,
                    let path = addFile(content, type: type, at: index)
                else { continue }
                source = source.replacing("attachment:\(name)", with: path)
            }
        }
        return source
    }

    /// Adds the source and the outputs of a cell.
    private mutating func addCode(_ cell: NotebookCell, at index: Int) {
        let marks = CellFolding(of: cell)
        guard !marks.removesCell else { return }
        if !marks.removesSource, !cell.source.isEmpty { add(Self.fenced(cell.source, language)) }
        guard !marks.removesOutputs else { return }
        for output in cell.outputs {
            switch output.content {
            case .stream(_, let text): add(Self.fenced(PlainText.of(text), "text"))
            case .display(let data), .result(let data, _): add(shown(data, at: index))
            case .error(let name, let value, let traceback):
                let lines = traceback.isEmpty ? ["\(name): \(value)"] : traceback
                add(Self.fenced(PlainText.of(lines.joined(separator: "\n")), "text"))
            case .other: break
            }
        }
    }

    /// Returns something that was shown: what is Markdown already, a picture, or text.
    private mutating func shown(_ data: DisplayedData, at index: Int) -> String {
        for type in ["text/markdown", "text/latex"] {
            if let text = data.forms[type]?.string { return text }
        }
        for type in ShownForms.order where type.hasPrefix("image/") {
            guard let content = data.forms[type]?.string,
                let path = addFile(content, type: type, at: index)
            else { continue }
            let words = ShownForms.alternative(to: content, type: type, data: data)
            return "![\(words.filter { $0 != "[" && $0 != "]" && !$0.isNewline })](\(path))"
        }
        if let text = data.forms["text/plain"]?.string {
            return Self.fenced(PlainText.of(text), "text")
        }
        return data.forms["text/html"]?.string ?? ""
    }

    /// Adds a picture; returns its path, or nil where it is none.
    private mutating func addFile(_ content: String, type: String, at index: Int) -> String? {
        let endings = [
            "image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif",
            "image/webp": "webp",
        ]
        guard let ending = endings[type],
            let bytes = ending == "svg" ? Array(content.utf8) : Base64.bytes(of: content)
        else { return nil }
        let prefix = "cell-\(index + 1)-"
        let number = files.count { $0.name.hasPrefix(prefix) } + 1
        files.append(("\(prefix)\(number).\(ending)", bytes))
        return Percent.encoded("\(folder)/\(prefix)\(number).\(ending)")
    }

    /// Returns text between fences that are longer than any in it.
    private static func fenced(_ text: String, _ language: String) -> String {
        var longest = 0
        var current = 0
        for character in text {
            current = character == "`" ? current + 1 : 0
            longest = max(longest, current)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
    }
}
