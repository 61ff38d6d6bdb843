/// A language in which parameter values can be written.
enum ParameterLanguage: String {
    /// Swift, where a value has the type that the notebook declares.
    case swift
    /// Python, where the value alone determines its type, unless the notebook declares a string.
    case python

    /// Returns the source of a cell that sets parameters.
    ///
    /// - Parameter defaults: the source of the cell that declares them, or `nil` if there is none.
    func source(
        setting parameters: [NotebookParameter], defaults: String
    ) throws(ParameterError) -> String {
        var lines: [String] = []
        switch self {
        case .swift:
            let declarations = SwiftDeclarations(in: defaults)
            for parameter in parameters { lines.append(try declarations.setting(parameter)) }
            return (["// Parameters"] + lines).joined(separator: "\n")
        case .python:
            let declarations = PythonDeclarations(in: defaults)
            for parameter in parameters {
                let name = parameter.name
                guard !PythonLiteral.keywords.contains(name) else { throw .invalidName(name) }
                let isText = declarations.byName[name] == .text
                let literal = PythonLiteral.literal(for: parameter.value, isText: isText)
                lines.append("\(name) = \(literal)")
            }
            return (["# Parameters"] + lines).joined(separator: "\n")
        }
    }

    /// Returns the names that a cell declares.
    func names(declaredIn source: String) -> Set<String> {
        switch self {
        case .swift: Set(SwiftDeclarations(in: source).byName.keys)
        case .python: Set(PythonDeclarations(in: source).byName.keys)
        }
    }

    /// Returns a line per variable that a cell declares: its name, type and default.
    func descriptions(declaredIn source: String) -> [String] {
        switch self {
        case .swift:
            SwiftDeclarations(in: source).byName.sorted { $0.key < $1.key }.map {
                name, declaration in
                let type = declaration.annotation ?? declaration.type.name
                return "\(name)\(type.map { ": \($0)" } ?? "") = \(declaration.value ?? "?")"
            }
        case .python: PythonDeclarations(in: source).byName.keys.sorted()
        }
    }
}
