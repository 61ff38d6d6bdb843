internal import JSON

/// Parameters in a YAML or JSON text: a table of names and values.
public struct ParameterText: Sendable {
    /// The parameters, in order.
    public let parameters: [NotebookParameter]

    /// Parses a text.
    ///
    /// - Parameter source: the origin of the text, for error messages.
    /// - Throws: `ParameterError` if the text is neither YAML nor JSON, or not a table.
    public init(_ text: String, source: String) throws(ParameterError) {
        let value: JSONValue
        if let json = try? JSONValue(parsing: text) {
            value = json
        } else {
            do {
                value = try YAMLReader.value(of: text)
            } catch {
                throw .unreadable(source: source, problem: error.description)
            }
        }
        guard case .object(let object) = value else {
            throw .unreadable(
                source: source,
                problem: "they should be a table such as \"rate: 0.1\", but are \(value.kind)")
        }
        var parameters: [NotebookParameter] = []
        for (name, value) in object {
            parameters.append(try NotebookParameter(name: name, value: .data(value)))
        }
        self.parameters = parameters
    }
}
