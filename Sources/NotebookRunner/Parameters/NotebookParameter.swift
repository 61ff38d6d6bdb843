/// A value that a person sets from outside for a name that a notebook uses.
public struct NotebookParameter: Sendable, Hashable {
    /// The name of the variable.
    public let name: String

    /// The value as the person wrote it.
    public let value: String

    /// Pairs a name with a value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// Reads `name=value`; everything after the first equals sign belongs to the value.
    ///
    /// - Throws: `ParameterError`, where there is no equals sign or the name is none.
    public init(argument: String) throws(ParameterError) {
        guard let sign = argument.firstIndex(of: "=") else { throw .notAnAssignment(argument) }
        let name = String(argument[..<sign])
        guard Self.isIdentifier(name) else { throw .invalidName(name) }
        self.init(name: name, value: String(argument[argument.index(after: sign)...]))
    }

    /// Whether a text can be the name of a variable, in Swift as in Python.
    private static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isXIDStart || first == "_"
        else { return false }
        return text.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
    }
}
