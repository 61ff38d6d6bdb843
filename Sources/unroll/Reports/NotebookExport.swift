internal import Files
internal import NotebookDocument
internal import NotebookRunner
internal import Reports

/// A notebook that is to be written in another form.
struct NotebookExport: Sendable {
    /// The notebook.
    var notebook: Notebook

    /// The path of the notebook.
    let path: String

    /// A line about the run that its outputs come from.
    var summary: String?

    /// The outcome in one word.
    var status = ""

    /// The notes on its cells.
    var notes: [Int: [CellNote]] = [:]

    /// Takes a notebook as it is.
    init(_ notebook: Notebook, path: String) {
        self.notebook = notebook
        self.path = path
    }

    /// Takes a notebook that was run, and what became of it.
    init(of notebook: Notebook, _ verdict: NotebookVerdict) {
        self.init(notebook, path: verdict.path)
        status = verdict.word
        if verdict.ending != nil {
            summary = RunSummary(verdict.reports).text(in: verdict.duration)
        }
        for mismatch in verdict.mismatches {
            let pictures = mismatch.pictures.map { pictures in
                [
                    CellNote.Picture(
                        caption: "expected", type: pictures.type, content: pictures.expected),
                    CellNote.Picture(
                        caption: "found", type: pictures.type, content: pictures.found),
                ]
            }
            let text = "\(mismatch.place): \(mismatch.difference)"
            notes[mismatch.cell, default: []].append(CellNote(text, pictures: pictures ?? []))
        }
    }

    /// Writes the notebook to a file.
    ///
    /// - Parameters:
    ///   - target: returns where a link to another file leads from there.
    ///   - up: a link to the page of all notebooks.
    func write(
        _ form: ExportForm, to file: String, up: (address: String, words: String)? = nil,
        target: @escaping @Sendable (String) -> String = { $0 }
    ) throws {
        switch form {
        case .script:
            let script = PercentScript(path: file) ?? PercentScript()
            try FileTree.write(try script.text(of: notebook), to: file)
        case .markdown:
            let name = FilePath.name(of: file)
            let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
            let text = NotebookText(notebook, folder: "\(stem)_files")
            let folder = String(file.dropLast(name.count)) + "\(stem)_files"
            if !text.files.isEmpty { try FileTree.makeFolder(folder) }
            for (name, bytes) in text.files { try FileTree.write(bytes, to: "\(folder)/\(name)") }
            try FileTree.write(text.text, to: file)
        case .html:
            var options = PageOptions()
            options.title = FilePath.name(of: path)
            options.summary = summary
            options.notes = notes
            options.up = up
            options.target = target
            let pictures = PictureFolder(ofNotebook: path)
            options.picture = { pictures.bytes(of: $0) }
            try FileTree.write(NotebookPage.html(notebook, options: options), to: file)
        }
    }

    /// The words of the first heading, or the name of the file.
    var title: String {
        for cell in notebook.cells where cell.kind == .markdown {
            let line = cell.source.split(whereSeparator: \.isNewline).first ?? ""
            if line.hasPrefix("# ") { return String(line.dropFirst(2)) }
        }
        return FilePath.name(of: path)
    }
}
