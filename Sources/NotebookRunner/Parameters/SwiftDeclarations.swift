/// The variables that a cell of parameters declares, independent of formatting.
struct SwiftDeclarations {
    /// A variable with its default.
    struct Declaration: Hashable {
        /// `let` or `var`.
        let keyword: String

        /// The type as written, such as `Float`, or `nil` if it follows from the default.
        let annotation: String?

        /// The type of the value.
        let type: SwiftType

        /// The default as written, or `nil` if there is none.
        var value: String?
    }

    /// The variables by name; the last of equal names wins.
    private(set) var byName: [String: Declaration] = [:]

    /// The tokens of the source.
    private let tokens: [SourceToken]

    /// The words that can be names only in backticks.
    private static let keywords: Set<String> = [
        "Any", "Self", "as", "break", "case", "catch", "class", "continue", "default", "defer",
        "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
        "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
        "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows",
        "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws",
        "true", "try", "typealias", "var", "where", "while",
    ]

    /// Finds the variables in a source, outside of braces.
    init(in source: String) {
        tokens = SourceLexer.tokens(of: source, style: .swift)
        var depth = 0
        var position = 0
        while position < tokens.count {
            let token = tokens[position]
            position += 1
            if token.kind == .sign, "{([".contains(token.text) { depth += 1 }
            if token.kind == .sign, "})]".contains(token.text) { depth -= 1 }
            guard depth == 0, token.kind == .word, token.text == "let" || token.text == "var" else {
                continue
            }
            readBindings(String(token.text), from: &position)
        }
    }

    /// Parses the variables after a keyword.
    private mutating func readBindings(_ keyword: String, from position: inout Int) {
        repeat {
            skipLineEnds(&position)
            guard position < tokens.count else { return }
            if tokens[position].isSpelled("(") {
                readTuple(keyword, from: &position)
            } else {
                guard tokens[position].kind == .word else { return }
                let name = String(tokens[position].text)
                position += 1
                let annotation = read(behind: ":", from: &position, isType: true)
                let value = read(behind: "=", from: &position, isType: false)
                byName[name] = Declaration(
                    keyword: keyword, annotation: annotation,
                    type: annotation.map(SwiftType.init(annotation:))
                        ?? SwiftType(expression: value ?? ""),
                    value: value)
            }
        } while take(",", from: &position)
    }

    /// Parses the variables of a tuple pattern such as `(a, b)`, whose types are unknown.
    private mutating func readTuple(_ keyword: String, from position: inout Int) {
        while position < tokens.count, !tokens[position].isSpelled(")") {
            if tokens[position].kind == .word, tokens[position].text != "_" {
                byName[String(tokens[position].text)] = Declaration(
                    keyword: keyword, annotation: nil, type: .unknown)
            }
            position += 1
        }
        position += 1
        _ = read(behind: ":", from: &position, isType: true)
        _ = read(behind: "=", from: &position, isType: false)
    }

    /// Skips line ends.
    private func skipLineEnds(_ position: inout Int) {
        while position < tokens.count, tokens[position].kind == .lineEnd { position += 1 }
    }

    /// Skips a sign if it comes next, and returns whether it did.
    private func take(_ sign: String, from position: inout Int) -> Bool {
        guard position < tokens.count, tokens[position].isSpelled(sign) else { return false }
        position += 1
        return true
    }

    /// Parses a type or an expression after a sign; returns `nil` if the sign does not come next.
    private func read(behind sign: String, from position: inout Int, isType: Bool) -> String? {
        guard take(sign, from: &position) else { return nil }
        skipLineEnds(&position)
        let start = position
        var depth = 0
        while position < tokens.count {
            let token = tokens[position]
            let isSign = token.kind == .sign
            if isSign, "([{".contains(token.text) || isType && token.text == "<" { depth += 1 }
            if isSign, ")]}".contains(token.text) || isType && token.text == ">" { depth -= 1 }
            let isEnd =
                depth <= 0
                && (token.kind == .lineEnd && !continues(after: position)
                    || isSign && (token.text == "," || token.text == ";")
                    || isType && isSign && token.text == "=")
            if isEnd { break }
            position += 1
        }
        return text(from: start, to: position)
    }

    /// Returns whether an expression continues after a line end.
    private func continues(after position: Int) -> Bool {
        let next = tokens[position...].first { $0.kind != .lineEnd }
        return [tokens[position - 1], next].contains { token in
            token.map { $0.kind == .sign && "+-*/%&|=<>?.:".contains($0.text) } ?? false
        }
    }

    /// Returns the source of some tokens.
    private func text(from start: Int, to end: Int) -> String {
        let inside = tokens[start..<max(start, end)].filter { $0.kind != .lineEnd }
        guard let first = inside.first, let last = inside.last else { return "" }
        let source = first.text.base
        return String(source[first.text.startIndex..<last.text.endIndex])
    }

    /// Returns a declaration that sets a parameter, with the type that the notebook declares.
    func setting(_ parameter: NotebookParameter) throws(ParameterError) -> String {
        let name =
            Self.keywords.contains(parameter.name) ? "`\(parameter.name)`" : parameter.name
        let declaration =
            byName[parameter.name]
            ?? Declaration(keyword: "let", annotation: nil, type: .unknown)
        let type = declaration.type
        let annotation = declaration.annotation ?? Self.annotation(for: type, parameter.value)
        let writer = SwiftLiteral(isAnnotated: annotation != nil)
        guard let literal = writer.literal(for: parameter.value, of: type) else {
            throw .wrongType(
                name: parameter.name, value: parameter.value.summary, expected: type.expectation)
        }
        return "\(declaration.keyword) \(name)\(annotation.map { ": \($0)" } ?? "") = \(literal)"
    }

    /// Returns the type annotation that is necessary because the literal alone would have another
    /// type.
    private static func annotation(for type: SwiftType, _ value: ParameterValue) -> String? {
        switch type {
        case .integer("Int"), .number("Double"), .boolean, .string, .other, .unknown: nil
        case .array(let element):
            value.elements?.isEmpty == true || annotation(for: element, .spelled("")) != nil
                || element == .number("Double") ? type.name : nil
        default: type.name
        }
    }
}
