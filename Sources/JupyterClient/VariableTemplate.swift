/// A text with placeholders for environment variables, `${NAME}` or `$NAME`; `$$` denotes a dollar
/// sign.
///
/// - Source: `string.Template` of Python, which Jupyter uses for the `env` of a kernelspec.
struct VariableTemplate {
    /// The text with placeholders.
    private let text: String

    /// Creates a template.
    init(_ text: String) {
        self.text = text
    }

    /// Returns the text with the variables substituted; unknown ones stay unchanged.
    func filled(from variables: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            if rest.first == "$" {
                result += "$"
                rest = rest.dropFirst()
            } else if let name = takeName(from: &rest) {
                result += variables[name.text] ?? "$\(name.spelling)"
            } else {
                result += "$"
            }
        }
        return result + rest
    }

    /// Removes and returns a name, with or without braces, from the beginning of a text.
    private func takeName(from rest: inout Substring) -> (text: String, spelling: String)? {
        let isBraced = rest.first == "{"
        let inside = isBraced ? rest.dropFirst() : rest
        let name = inside.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard let first = name.first, !first.isNumber else { return nil }
        let after = inside[name.endIndex...]
        if isBraced {
            guard after.first == "}" else { return nil }
            rest = after.dropFirst()
            return (String(name), "{\(name)}")
        }
        rest = after
        return (String(name), String(name))
    }
}
