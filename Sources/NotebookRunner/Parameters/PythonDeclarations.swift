/// The variables that a cell of Python assigns to.
struct PythonDeclarations {
    /// What the default of a variable tells of its values.
    enum Kind {
        /// It is a text, so that a value that looks like a number is one nevertheless.
        case text
        /// It is something else.
        case other
    }

    /// The variables by name; the last of equal names counts.
    private(set) var byName: [String: Kind] = [:]

    /// Finds the assignments in a source, also those in blocks and of several names.
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

    /// Reads a statement: names before an equals sign that is no comparison.
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
            // What stands behind a colon is the type of the name before it.
            if token.isSpelled(":") { isType = true }
            if token.isSpelled("=") { isType = false }
            guard token.kind == .word, !isType else { continue }
            byName[String(token.text)] = isText ? .text : .other
        }
    }
}

extension SourceToken {
    /// Whether an equals sign behind it makes a comparison or a changing assignment.
    fileprivate var isComparison: Bool { kind == .sign && "=!<>".contains(text) }

    /// Whether it is a text in quotes.
    fileprivate var isText: Bool { text.last == "\"" || text.last == "'" }
}
