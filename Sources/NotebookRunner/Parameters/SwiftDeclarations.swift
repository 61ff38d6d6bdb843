/// The variables that a cell of parameters declares, each on a line of its own.
struct SwiftDeclarations {
    /// A variable with its default.
    struct Declaration {
        /// `let` or `var`.
        let keyword: Substring

        /// The type where it is written, such as `Float`.
        let type: String?

        /// What the value has to be.
        let kind: ValueKind
    }

    /// The variables by name; the last of equal names counts.
    private(set) var byName: [String: Declaration] = [:]

    /// Finds the variables in a source: lines such as `let rate: Float = 0.1`.
    init(in source: String) {
        for line in source.split(whereSeparator: \.isNewline) {
            var words = Scanner(rest: line)
            guard let keyword = words.takeWord(), keyword == "let" || keyword == "var",
                let name = words.takeWord()
            else { continue }
            let type = words.take(":") ? words.takeText(before: "=") : nil
            guard words.take("=") else { continue }
            let kind = ValueKind(ofType: type) ?? ValueKind(ofLiteral: words.remaining)
            byName[String(name)] = Declaration(keyword: keyword, type: type, kind: kind)
        }
    }

    /// Returns a declaration that sets a parameter, with the type that the notebook gives it.
    func setting(_ parameter: NotebookParameter) throws(ParameterError) -> String {
        let value = parameter.value
        guard let declaration = byName[parameter.name] else {
            let kind = ValueKind(ofLiteral: value)
            let literal = (kind == .expression ? .string : kind).literal(for: value) ?? value
            return "let \(parameter.name) = \(literal)"
        }
        guard let literal = declaration.kind.literal(for: value) else {
            throw .wrongType(
                name: parameter.name, value: value, expected: declaration.kind.rawValue)
        }
        let type = declaration.type.map { ": \($0)" } ?? ""
        return "\(declaration.keyword) \(parameter.name)\(type) = \(literal)"
    }

    /// A line that is taken apart from its beginning.
    private struct Scanner {
        /// What has not been taken yet.
        var rest: Substring

        /// What has not been taken yet, without a comment and white space around it.
        var remaining: String {
            let code = rest.firstRange(of: "//").map { rest[..<$0.lowerBound] } ?? rest
            return Self.trimmed(rest.contains("\"") ? rest : code)
        }

        /// Takes an identifier or a keyword.
        mutating func takeWord() -> Substring? {
            rest = rest.drop(while: \.isWhitespace)
            let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            rest = rest[word.endIndex...]
            return word.isEmpty ? nil : word
        }

        /// Takes a sign, where it comes next.
        mutating func take(_ sign: Character) -> Bool {
            rest = rest.drop(while: \.isWhitespace)
            guard rest.first == sign else { return false }
            rest = rest.dropFirst()
            return true
        }

        /// Takes what stands before a sign.
        mutating func takeText(before sign: Character) -> String {
            let text = rest.prefix { $0 != sign }
            rest = rest[text.endIndex...]
            return Self.trimmed(text)
        }

        /// Returns a text without white space around it.
        private static func trimmed(_ text: Substring) -> String {
            let start = text.drop(while: \.isWhitespace)
            let end = start.lastIndex { !$0.isWhitespace }
            return end.map { String(start[...$0]) } ?? ""
        }
    }
}
