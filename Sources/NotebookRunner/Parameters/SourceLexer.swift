/// A lexer of cell sources, precise enough to find declarations; comments are skipped.
struct SourceLexer {
    /// The syntax of strings and comments.
    enum Style {
        /// That of Swift.
        case swift
        /// That of Python.
        case python
    }

    /// The syntax of strings and comments.
    private let style: Style

    /// The text that has not been read yet.
    private var rest: Substring

    /// Creates a lexer at the start of a source.
    private init(_ source: String, style: Style) {
        rest = source[...]
        self.style = style
    }

    /// Returns the tokens of a source.
    static func tokens(of source: String, style: Style) -> [SourceToken] {
        var lexer = SourceLexer(source, style: style)
        var tokens: [SourceToken] = []
        while let token = lexer.next() { tokens.append(token) }
        return tokens
    }

    /// Returns the next token, or `nil` at the end.
    private mutating func next() -> SourceToken? {
        while let character = rest.first {
            if character.isNewline {
                return take(rest.prefix(1), .lineEnd)
            } else if character.isWhitespace {
                rest = rest.dropFirst()
            } else if skipComment() {
                continue
            } else if let text = textLiteral() {
                return take(text, .literal)
            } else if character == "`", let end = rest.dropFirst().firstIndex(of: "`") {
                let name = rest[rest.index(after: rest.startIndex)..<end]
                rest = rest[rest.index(after: end)...]
                return SourceToken(kind: .word, text: name)
            } else if Self.isWord(character) {
                return takeWord()
            } else {
                return take(rest.prefix(1), .sign)
            }
        }
        return nil
    }

    /// Removes a piece from the beginning and returns it as a token.
    private mutating func take(_ text: Substring, _ kind: SourceToken.Kind) -> SourceToken {
        rest = rest[text.endIndex...]
        return SourceToken(kind: kind, text: text)
    }

    /// Removes and returns a name or a number.
    private mutating func takeWord() -> SourceToken {
        let isNumber = rest.first?.isNumber == true
        var word = rest.prefix(while: Self.isWord)
        if isNumber, rest[word.endIndex...].first == ".",
            rest[word.endIndex...].dropFirst().first?.isNumber == true
        {
            let fraction = rest[word.endIndex...].dropFirst().prefix(while: Self.isWord)
            word = rest[..<fraction.endIndex]
        }
        return take(word, isNumber ? .literal : .word)
    }

    /// Returns whether a character can be part of a name.
    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    /// Skips a comment if one begins here, and returns whether it did.
    private mutating func skipComment() -> Bool {
        let isLine = style == .swift ? rest.hasPrefix("//") : rest.hasPrefix("#")
        if isLine {
            rest = rest.drop { !$0.isNewline }
            return true
        }
        guard style == .swift, rest.hasPrefix("/*") else { return false }
        var depth = 0
        repeat {
            if rest.hasPrefix("/*") { depth += 1 } else if rest.hasPrefix("*/") { depth -= 1 }
            rest = rest.dropFirst(rest.hasPrefix("/*") || rest.hasPrefix("*/") ? 2 : 1)
        } while depth > 0 && !rest.isEmpty
        return true
    }

    /// Returns the string literal that begins here, with its quotes; up to the end if it is not
    /// closed.
    private func textLiteral() -> Substring? {
        let marks = rest.prefix { style == .swift && $0 == "#" }
        let body = rest[marks.endIndex...]
        guard let quote = body.first, quote == "\"" || style == .python && quote == "'" else {
            return nil
        }
        let long = String(repeating: quote, count: 3)
        let closing = (body.hasPrefix(long) ? long : String(quote)) + marks
        var position = body.dropFirst(body.hasPrefix(long) ? 3 : 1)
        while !position.isEmpty {
            if position.hasPrefix(closing) {
                return rest[..<position.dropFirst(closing.count).startIndex]
            }
            position = position.dropFirst(marks.isEmpty && position.first == "\\" ? 2 : 1)
        }
        return rest
    }
}
