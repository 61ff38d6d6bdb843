public import NotebookDocument

/// A listing of the parameters that a notebook declares.
public struct ParameterListing: Sendable {
    /// The lines of the listing.
    private let lines: [String]

    /// Creates the listing of a notebook.
    ///
    /// - Parameter language: the language of its cells.
    public init(of notebook: Notebook, language: String) {
        let declaring = notebook.cells.first {
            $0.kind == .code && $0.tags.contains(ParameterInjection.declaringTag)
        }
        guard let declaring, let language = ParameterLanguage(rawValue: language.lowercased())
        else {
            lines = []
            return
        }
        lines = language.descriptions(declaredIn: declaring.source).map { "  \($0)" }
    }

    /// The listing, with a trailing newline.
    public var text: String {
        guard !lines.isEmpty else {
            return
                "  no cell is tagged \(ParameterInjection.declaringTag), or it declares nothing\n"
        }
        return lines.map { "\($0)\n" }.joined()
    }
}
