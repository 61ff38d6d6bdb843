public import JSON

/// The value of a parameter as it was given: always data, never code.
public enum ParameterValue: Sendable, Hashable {
    /// As a person spelled it; what it is follows from the notebook's declaration.
    case spelled(String)

    /// A value of a file, which says itself what it is.
    case data(JSONValue)

    /// The value as a text, such as a part of a path.
    public var text: String {
        if case .data(.string(let text)) = self { return text }
        return summary
    }

    /// The value in an error message.
    var summary: String {
        switch self {
        case .spelled(let text): text
        case .data(let value): value.text()
        }
    }

    /// A number, where the value is one or spelled like one.
    var numberSpelling: String? {
        switch self {
        case .spelled(let text): text
        case .data(.number(let number)): number.spelling
        case .data: nil
        }
    }

    /// The truth value, where the value is one or spelled like one.
    var truth: Bool? {
        switch self {
        case .spelled(let text): ["true": true, "false": false][text.lowercased()]
        case .data(let value): value.bool
        }
    }

    /// Whether the value stands for there being none.
    var isNone: Bool {
        switch self {
        case .spelled(let text): ["nil", "null", "None"].contains(text)
        case .data(let value): value.isNull
        }
    }

    /// The elements, where the value is a list.
    var elements: [ParameterValue]? {
        switch self {
        case .spelled(let text): SpelledList(text)?.elements
        case .data(.array(let values)): values.map(ParameterValue.data)
        case .data: nil
        }
    }

    /// The entries, where the value is a table.
    var entries: [(key: ParameterValue, value: ParameterValue)]? {
        switch self {
        case .spelled(let text): SpelledList(text)?.entries
        case .data(.object(let object)): object.map { (.data(.string($0)), .data($1)) }
        case .data: nil
        }
    }
}
