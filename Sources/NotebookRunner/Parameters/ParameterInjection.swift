internal import Display
internal import JSON
public import NotebookDocument

/// The insertion of a cell that sets parameters, after the cell that declares them.
///
/// - Source: papermill's tags: the declaring cell has the tag `parameters`; the new one has
///   `injected-parameters` and replaces an earlier one.
public struct ParameterInjection: Sendable {
    /// The tag of the cell that declares the parameters.
    public static let declaringTag = "parameters"

    /// The tag of the cell that sets them.
    public static let injectedTag = "injected-parameters"

    /// The parameters in the order in which they were given, with only the last of equal names.
    private let parameters: [NotebookParameter]

    /// Creates an injection of parameters; the last of equal names wins.
    public init(_ parameters: [NotebookParameter]) {
        var unique: [NotebookParameter] = []
        for parameter in parameters {
            unique.removeAll { $0.name == parameter.name }
            unique.append(parameter)
        }
        self.parameters = unique
    }

    /// Adds the cell to a notebook.
    ///
    /// - Parameter language: the language of the cells, in lower case.
    /// - Returns: warnings for the user, in sentences.
    /// - Throws: `ParameterError` if a value does not match its declaration, if there is no
    ///   declaration, or if the language is not supported.
    public func apply(
        to notebook: inout Notebook, language: String
    ) throws(ParameterError) -> [String] {
        guard !parameters.isEmpty else { return [] }
        guard let writer = ParameterLanguage(rawValue: language.lowercased()) else {
            throw .unknownLanguage(language)
        }
        let declaring = position(of: Self.declaringTag, in: notebook)
        let defaults = declaring.map { notebook.cells[$0].source } ?? ""
        if declaring != nil { try check(writer.names(declaredIn: defaults)) }
        let source = try writer.source(setting: parameters, defaults: defaults)
        if let earlier = position(of: Self.injectedTag, in: notebook) {
            notebook.cells[earlier].source = source
        } else {
            let index = declaring.map { $0 + 1 } ?? 0
            notebook.cells.insert(cell(source, at: index, of: notebook), at: index)
        }
        guard declaring == nil else { return [] }
        return [
            "no cell is tagged \(Self.declaringTag), so the parameters stand at the top "
                + "of the notebook, where later cells may replace them"
        ]
    }

    /// Returns the cell that sets the parameters.
    private func cell(_ source: String, at index: Int, of notebook: Notebook) -> NotebookCell {
        let id =
            notebook.hasIdentifiers ? notebook.newIdentifier(forCell: index, source: source) : nil
        return NotebookCell(
            .code, id: id, source: source,
            metadata: ["tags": .array([.string(Self.injectedTag)])])
    }

    /// Returns the index of the first code cell with a tag.
    private func position(of tag: String, in notebook: Notebook) -> Int? {
        notebook.cells.firstIndex { $0.kind == .code && $0.tags.contains(tag) }
    }

    /// Checks that the notebook declares the parameters: a misspelled name would have no effect.
    private func check(_ declared: Set<String>) throws(ParameterError) {
        for parameter in parameters where !declared.contains(parameter.name) {
            let hint = NearestName(to: parameter.name, among: declared).hint
            throw .unknownName(parameter.name, hint: hint)
        }
    }
}
