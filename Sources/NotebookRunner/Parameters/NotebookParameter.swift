internal import JSON

/// A value that a person sets from outside for a name that a notebook uses.
public struct NotebookParameter: Sendable, Hashable {
    /// The name of the variable.
    public let name: String

    /// The value as it was given.
    public let value: ParameterValue

    /// Pairs a name with a value.
    ///
    /// - Throws: `ParameterError`, where the name is none.
    public init(name: String, value: ParameterValue) throws(ParameterError) {
        guard Self.isIdentifier(name) else { throw .invalidName(name) }
        self.name = name
        self.value = value
    }

    /// Reads `name=value`; everything after the first equals sign belongs to the value.
    ///
    /// - Parameter isRaw: whether the value is a text, whatever it looks like.
    /// - Throws: `ParameterError`, where there is no equals sign or the name is none.
    public init(argument: String, isRaw: Bool = false) throws(ParameterError) {
        guard let sign = argument.firstIndex(of: "=") else { throw .notAnAssignment(argument) }
        let value = String(argument[argument.index(after: sign)...])
        try self.init(
            name: String(argument[..<sign]), value: isRaw ? .data(.string(value)) : .spelled(value))
    }

    /// Whether a text can be the name of a variable, in Swift as in Python.
    static func isIdentifier(_ text: String) -> Bool {
        guard text != "_", let first = text.unicodeScalars.first,
            first.properties.isXIDStart || first == "_"
        else { return false }
        return text.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
    }
}
