internal import JSON
internal import JupyterProtocol

/// A check of a display's representations, which keeps invalid ones out of notebooks.
///
/// - Source: `mimebundle` in the nbformat 4.5 schema: JSON types hold any value, all others text.
enum DisplayForms {
    /// Returns the problem of a display's representations, or `nil` if they are valid.
    static func problem(in display: DisplayData) -> String? {
        for (type, form) in display.data {
            if let problem = problem(in: form, of: type) { return "data.\(type): \(problem)" }
        }
        return nonFinite(in: .object(display.metadata)).map { "metadata: \($0)" }
    }

    /// Returns the problem of a representation.
    private static func problem(in form: JSONValue, of type: String) -> String? {
        if type == "application/json" || type.hasPrefix("application/") && type.hasSuffix("+json") {
            return nonFinite(in: form)
        }
        switch form {
        case .string: return nil
        case .array(let lines) where lines.allSatisfy({ $0.string != nil }): return nil
        default: return "expected a text, found \(form.kind)"
        }
    }

    /// Returns a problem if a value contains a non-finite number, which Python writes but JSON does
    /// not allow.
    private static func nonFinite(in value: JSONValue) -> String? {
        switch value {
        case .number(let number) where !number.isJSON: "\(number.spelling) is not JSON"
        case .array(let values): values.lazy.compactMap(nonFinite).first
        case .object(let object): object.values.lazy.compactMap(nonFinite).first
        default: nil
        }
    }
}

extension JSONNumber {
    /// Indicates whether the number is valid JSON, which `NaN` and `Infinity` are not.
    fileprivate var isJSON: Bool {
        spelling.utf8.last.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
    }
}
