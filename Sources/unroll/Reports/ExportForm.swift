internal import ArgumentParser
internal import NotebookRunner

/// The forms, besides its own, in which a notebook can be written.
enum ExportForm: String, EnumerableFlag, Sendable {
    /// A page for people without Jupyter.
    case html
    /// A text that version controls show.
    case markdown
    /// A script whose cells begin with `// %%`.
    case script

    /// Returns the form that the ending of a path stands for; nil where it stands for none.
    init?(path: String) {
        if path.hasSuffix(".html") || path.hasSuffix(".htm") {
            self = .html
        } else if path.hasSuffix(".md") {
            self = .markdown
        } else if PercentScript(path: path) != nil {
            self = .script
        } else {
            return nil
        }
    }

    /// Returns the ending of files in this form.
    ///
    /// - Parameter language: the language of a notebook's cells.
    func ending(language: String?) -> String {
        switch self {
        case .html: "html"
        case .markdown: "md"
        case .script: language == "python" ? "py" : "swift"
        }
    }
}
