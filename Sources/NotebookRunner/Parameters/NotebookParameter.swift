internal import JSON

/// A value for a variable of a notebook that is set from outside.
public struct NotebookParameter: Sendable, Hashable {
    /// The name of the variable.
    public let name: String

    /// The value as given.
    public let value: ParameterValue

    /// Creates a parameter.
    ///
    /// - Throws: `ParameterError` if the name is invalid.
    public init(name: String, value: ParameterValue) throws(ParameterError) {
        guard Self.isIdentifier(name) else { throw .invalidName(name) }
        self.name = name
        self.value = value
    }

    /// Parses `name=value`; everything after the first equals sign belongs to the value.
    ///
    /// - Parameter isRaw: whether the value is always a text.
    /// - Throws: `ParameterError` if there is no equals sign or the name is invalid.
    public init(argument: String, isRaw: Bool = false) throws(ParameterError) {
        guard let sign = argument.firstIndex(of: "=") else { throw .notAnAssignment(argument) }
        let value = String(argument[argument.index(after: sign)...])
        try self.init(
            name: String(argument[..<sign]), value: isRaw ? .data(.string(value)) : .spelled(value))
    }

    /// Returns whether a text is a valid name of a variable, in Swift and in Python.
    static func isIdentifier(_ text: String) -> Bool {
        guard text != "_", let first = text.unicodeScalars.first,
            first.properties.isXIDStart || first == "_"
        else { return false }
        return text.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
    }
}
