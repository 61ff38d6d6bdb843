/// The variables to which a Python cell assigns.
struct PythonDeclarations {
    /// The type of a variable, as far as its default determines it.
    enum Kind {
        /// A string, so that a value that looks like a number is a string as well.
        case text
        /// Anything else.
        case other
    }

    /// The variables by name; the last of equal names wins.
    private(set) var byName: [String: Kind] = [:]

    /// Finds the assignments in a source, including those in blocks and to several names.
    init(in source: String) {
        let tokens = SourceLexer.tokens(of: source, style: .python)
        var depth = 0
        var statement: [SourceToken] = []
        for token in tokens {
            if token.kind == .sign, "([{".contains(token.text) { depth += 1 }
            if token.kind == .sign, ")]}".contains(token.text) { depth -= 1 }
            let isEnd =
                depth == 0 && (token.kind == .lineEnd || token.kind == .sign && token.text == ";")
            if isEnd {
                read(statement)
                statement = []
            } else {
                statement.append(token)
            }
        }
        read(statement)
    }

    /// Parses a statement: names before an equals sign that is not a comparison.
    private mutating func read(_ statement: [SourceToken]) {
        let isSign = statement.map { $0.kind == .sign && $0.text == "=" }
        guard
            let last = statement.indices.last(where: { index in
                isSign[index] && !(index > 0 && statement[index - 1].isComparison)
                    && !(index + 1 < statement.count && isSign[index + 1])
            }), let first = isSign.firstIndex(of: true)
        else { return }
        let isText =
            statement[(last + 1)...].first.map { $0.kind == .literal && $0.isText } ?? false
        let targets = statement[..<(first == last ? last : first)] + statement[first..<last]
        var isType = false
        for token in targets {
            // The text after a colon is the type of the name before it.
            if token.isSpelled(":") { isType = true }
            if token.isSpelled("=") { isType = false }
            guard token.kind == .word, !isType else { continue }
            byName[String(token.text)] = isText ? .text : .other
        }
    }
}

extension SourceToken {
    /// Indicates whether an equals sign after this token makes a comparison or an augmented
    /// assignment.
    fileprivate var isComparison: Bool { kind == .sign && "=!<>".contains(text) }

    /// Indicates whether this is a quoted text.
    fileprivate var isText: Bool { text.last == "\"" || text.last == "'" }
}
