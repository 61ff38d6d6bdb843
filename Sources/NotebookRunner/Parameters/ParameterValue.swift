public import JSON

/// The value of a parameter as given: always data, never code.
public enum ParameterValue: Sendable, Hashable {
    /// A value as spelled by the user, whose type the notebook's declaration determines.
    case spelled(String)

    /// A value from a file, which has a type.
    case data(JSONValue)

    /// The value as text, for example as a part of a path.
    public var text: String {
        if case .data(.string(let text)) = self { return text }
        return summary
    }

    /// The value for error messages.
    var summary: String {
        switch self {
        case .spelled(let text): text
        case .data(let value): value.text()
        }
    }

    /// The spelling of a number, or `nil` if the value is neither a number nor spelled like one.
    var numberSpelling: String? {
        switch self {
        case .spelled(let text): text
        case .data(.number(let number)): number.spelling
        case .data: nil
        }
    }

    /// The Boolean, or `nil` if the value is neither a Boolean nor spelled like one.
    var truth: Bool? {
        switch self {
        case .spelled(let text): ["true": true, "false": false][text.lowercased()]
        case .data(let value): value.bool
        }
    }

    /// Indicates whether the value is null.
    var isNone: Bool {
        switch self {
        case .spelled(let text): ["nil", "null", "None"].contains(text)
        case .data(let value): value.isNull
        }
    }

    /// The elements, or `nil` if the value is not a list.
    var elements: [ParameterValue]? {
        switch self {
        case .spelled(let text): SpelledList(text)?.elements
        case .data(.array(let values)): values.map(ParameterValue.data)
        case .data: nil
        }
    }

    /// The entries, or `nil` if the value is not a table.
    var entries: [(key: ParameterValue, value: ParameterValue)]? {
        switch self {
        case .spelled(let text): SpelledList(text)?.entries
        case .data(.object(let object)): object.map { (.data(.string($0)), .data($1)) }
        case .data: nil
        }
    }
}
