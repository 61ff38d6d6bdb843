public import NotebookDocument

/// The parameters that a notebook declares, for people.
public struct ParameterListing: Sendable {
    /// The lines about the parameters.
    private let lines: [String]

    /// Looks at a notebook.
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

    /// The list, with a line end.
    public var text: String {
        guard !lines.isEmpty else {
            return
                "  no cell is tagged \(ParameterInjection.declaringTag), or it declares nothing\n"
        }
        return lines.map { "\($0)\n" }.joined()
    }
}
