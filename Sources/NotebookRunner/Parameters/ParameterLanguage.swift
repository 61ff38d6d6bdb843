/// A language in which the values of parameters can be written down.
enum ParameterLanguage: String {
    /// Swift, where a value keeps the type with which the notebook declares it.
    case swift
    /// Python, where the value alone says what it is.
    case python

    /// Returns the source of a cell that sets some parameters.
    ///
    /// - Parameter defaults: the source of the cell that declares them, or nothing.
    func source(
        setting parameters: [NotebookParameter], defaults: String
    ) throws(ParameterError) -> String {
        switch self {
        case .swift:
            var lines = ["// Parameters"]
            let declarations = SwiftDeclarations(in: defaults)
            for parameter in parameters { lines.append(try declarations.setting(parameter)) }
            return lines.joined(separator: "\n")
        case .python:
            let lines = parameters.map { "\($0.name) = \(Self.pythonLiteral($0.value))" }
            return (["# Parameters"] + lines).joined(separator: "\n")
        }
    }

    /// Returns the names that a cell declares, or nothing where that cannot be told.
    func names(declaredIn source: String) -> Set<String>? {
        switch self {
        case .swift: Set(SwiftDeclarations(in: source).byName.keys)
        case .python: nil
        }
    }

    /// Returns a value as Python writes it; what is no number, truth value or `None` is a string.
    private static func pythonLiteral(_ value: String) -> String {
        switch value {
        case "True", "true": return "True"
        case "False", "false": return "False"
        case "None": return value
        case _ where Int(value) != nil: return value
        case _ where Double(value)?.isFinite == true: return value
        default: return "\"\(QuotedText.escaped(value, style: .python))\""
        }
    }
}
