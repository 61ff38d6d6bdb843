internal import JSON

/// The storage of representations in documents: text as arrays of lines, everything else unchanged.
enum MIMEForms {
    /// Returns the representations with lines joined to texts.
    static func joined(_ forms: JSONObject) -> JSONObject {
        mapped(forms) { type, form in
            guard !isJSON(type), case .array(let lines) = form else { return nil }
            return joined(lines: lines)
        }
    }

    /// Returns the representations with texts split into lines.
    static func split(_ forms: JSONObject) -> JSONObject {
        mapped(forms) { type, form in
            guard isText(type), case .string(let text) = form else { return nil }
            return split(text)
        }
    }

    /// Returns a text as an array of its lines.
    static func split(_ text: String) -> JSONValue {
        .array(TextLines.split(text).map(JSONValue.string))
    }

    /// Returns an array of lines as one text, or `nil` if an element is not a string.
    static func joined(lines: [JSONValue]) -> JSONValue? {
        var text = ""
        for line in lines {
            guard case .string(let line) = line else { return nil }
            text += line
        }
        return .string(text)
    }

    /// Returns an object with the values replaced for which a closure returns a replacement.
    private static func mapped(
        _ object: JSONObject, _ replacement: (String, JSONValue) -> JSONValue?
    ) -> JSONObject {
        var result = object
        for (key, value) in object {
            if let other = replacement(key, value) { result[key] = other }
        }
        return result
    }

    /// Returns whether representations of a type are JSON values, which are neither split nor
    /// joined.
    private static func isJSON(_ type: String) -> Bool {
        type == "application/json" || type.hasPrefix("application/") && type.hasSuffix("+json")
    }

    /// Returns whether representations of a type are split into lines.
    private static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/") || type == "application/javascript" || type == "image/svg+xml"
    }
}
