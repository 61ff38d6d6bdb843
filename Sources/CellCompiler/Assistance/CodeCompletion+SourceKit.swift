internal import CellProtocol
internal import JSON

extension CodeCompletion {
    /// Decodes a completion from sourcekitd.
    init?(sourceKit value: JSONValue) {
        guard let label = value["key.description"]?.string,
            let source = value["key.sourcetext"]?.string
        else { return nil }
        self.init(
            text: Self.withoutPlaceholders(source), label: label,
            kind: Self.kind(value["key.kind"]?.string ?? ""),
            type: value["key.typename"]?.string ?? "")
        erasedLength = value["key.num_bytes_to_erase"]?.int ?? 0
    }

    /// Returns the text up to its first placeholder.
    private static func withoutPlaceholders(_ source: String) -> String {
        guard let placeholder = source.firstRange(of: "<#") else { return source }
        let fixed = source[..<placeholder.lowerBound]
        // A name with its opening parenthesis; Jupyter's clients add the closing one, or not.
        guard let parenthesis = fixed.firstIndex(where: { "([{".contains($0) }) else {
            return String(fixed)
        }
        return String(fixed[...parenthesis])
    }

    /// Returns a word for a kind, such as `function` for `source.lang.swift.decl.function.free`.
    private static func kind(_ identifier: String) -> String {
        let parts = identifier.split(separator: ".").map(String.init)
        for (part, word) in [
            ("function", "function"), ("var", "instance"), ("struct", "class"), ("class", "class"),
            ("enumelement", "enum"), ("enum", "class"), ("protocol", "class"),
            ("typealias", "type"), ("associatedtype", "type"), ("generic_type_param", "type"),
            ("module", "module"), ("keyword", "keyword"), ("macro", "function"),
        ] where parts.contains(part) { return word }
        return "text"
    }
}
