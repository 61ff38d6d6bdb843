internal import CellProtocol
internal import JSON

/// Chooses among sourcekitd's candidates those that continue what was typed.
struct CompletionFilter {
    /// The beginning of the name, as it was typed.
    let typed: String

    /// How many candidates a person is offered at most.
    private static let limit = 200

    /// Returns the candidates that begin with what was typed, nearer ones first.
    func completions(in results: [JSONValue]) -> [CodeCompletion] {
        var seen = Set<String>()
        let matching = results.compactMap { result -> (rank: Int, completion: CodeCompletion)? in
            guard let completion = CodeCompletion(sourceKit: result),
                completion.text.hasPrefix(typed), completion.text != typed,
                !(completion.text.hasPrefix("_") && !typed.hasPrefix("_")),
                seen.insert(completion.label).inserted
            else { return nil }
            return (Self.rank(of: result), completion)
        }
        return matching.sorted { ($0.rank, $0.completion.text) < ($1.rank, $1.completion.text) }
            .prefix(Self.limit).map(\.completion)
    }

    /// Returns how far away a candidate is declared: the smaller, the nearer.
    private static func rank(of result: JSONValue) -> Int {
        switch result["key.context"]?.string?.split(separator: ".").last {
        case "local": 0
        case "thisclass", "exprspecific": 1
        case "superclass": 2
        case "thismodule": 3
        case "othermodule": 4
        default: 5
        }
    }
}

extension CodeCompletion {
    /// Reads a candidate as sourcekitd describes it.
    init?(sourceKit value: JSONValue) {
        guard let label = value["key.description"]?.string,
            let source = value["key.sourcetext"]?.string
        else { return nil }
        self.init(
            text: Self.withoutPlaceholders(source), label: label,
            kind: Self.kind(value["key.kind"]?.string ?? ""),
            type: value["key.typename"]?.string ?? "")
    }

    /// Returns the text up to where the person has to fill something in.
    private static func withoutPlaceholders(_ source: String) -> String {
        guard let placeholder = source.firstRange(of: "<#") else { return source }
        let fixed = source[..<placeholder.lowerBound]
        // A name with its opening parenthesis: Jupyter's clients close it themselves, or not.
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
