internal import Markup

/// Colors code by what its words are.
struct CodeHighlighter {
    /// The language.
    private let language: CodeLanguage

    /// The rest of the code.
    private var rest: Substring

    /// The code as HTML so far.
    private var html = ""

    /// Returns code as HTML; without colors, where its language is not known.
    static func html(_ code: String, language name: String) -> String {
        guard let language = CodeLanguage.named(name) else { return MarkupWriter.escaped(code) }
        var highlighter = CodeHighlighter(language: language, rest: code[...])
        return highlighter.run()
    }

    /// Begins at the start of some code.
    private init(language: CodeLanguage, rest: Substring) {
        self.language = language
        self.rest = rest
    }

    /// Reads everything.
    private mutating func run() -> String {
        while let character = rest.first {
            if rest.hasPrefix(language.lineComment) {
                take(rest.prefix { !$0.isNewline }, as: "c")
            } else if let comment = language.blockComment, rest.hasPrefix(comment.start) {
                take(blockComment(from: comment.start, to: comment.end), as: "c")
            } else if let text = quotedText() {
                take(text, as: "s")
            } else if character.isNumber {
                take(number(), as: "n")
            } else if character.isLetter || character == "_" {
                takeWord()
            } else if character == language.attributeSign || character == "#" {
                let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                take(rest[..<name.endIndex], as: name.isEmpty ? nil : "m")
            } else {
                take(rest.prefix(1), as: nil)
            }
        }
        return html
    }

    /// Writes a piece.
    private mutating func take(_ piece: Substring, as kind: String?) {
        let text = MarkupWriter.escaped(String(piece))
        html += kind.map { "<span class=\"\($0)\">\(text)</span>" } ?? text
        rest = rest[piece.endIndex...]
    }

    /// Writes a word: one of the language's own, a type, the name of a function, or another.
    private mutating func takeWord() {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let next = rest[word.endIndex...].first
        if language.keywords.contains(String(word)) {
            take(word, as: "k")
        } else if word.first?.isUppercase == true, word.count > 1 || next == "<" || next == "." {
            take(word, as: "t")
        } else {
            take(word, as: next == "(" ? "f" : nil)
        }
    }

    /// Returns the comment at the beginning, without an end as long as the rest.
    private func blockComment(from start: String, to end: String) -> Substring {
        var depth = 0
        var after = rest
        while !after.isEmpty {
            if after.hasPrefix(start), language.nestsComments || depth == 0 {
                depth += 1
                after = after.dropFirst(start.count)
            } else if after.hasPrefix(end) {
                depth -= 1
                after = after.dropFirst(end.count)
                if depth == 0 { break }
            } else {
                after = after.dropFirst()
            }
        }
        return rest[..<after.startIndex]
    }

    /// Returns the text in quotes at the beginning; nil where there is none.
    ///
    /// Of raw texts in Swift, the number signs belong to the quotes.
    private func quotedText() -> Substring? {
        let signs = rest.prefix { $0 == "#" }
        let body = rest[signs.endIndex...]
        guard let quote = language.quotes.first(where: body.hasPrefix) else { return nil }
        let end = quote + signs
        var after = body.dropFirst(quote.count)
        while !after.isEmpty {
            if after.hasPrefix(end) { return rest[..<after.dropFirst(end.count).startIndex] }
            if after.first == "\\", signs.isEmpty {
                after = after.dropFirst()
            } else if quote.count == 1, after.first?.isNewline == true {
                break
            }
            after = after.dropFirst()
        }
        return rest[..<after.startIndex]
    }

    /// Returns the number at the beginning.
    private func number() -> Substring {
        var end = rest.startIndex
        var previous: Character = " "
        while end < rest.endIndex {
            let character = rest[end]
            let after = rest.index(after: end)
            let isPoint = character == "." && after < rest.endIndex && rest[after].isNumber
            let isSign =
                (character == "-" || character == "+") && "eEpP".contains(previous)
                && !rest.hasPrefix("0x")
            guard character.isNumber || character.isLetter || character == "_" || isPoint || isSign
            else { break }
            previous = character
            end = after
        }
        return rest[..<end]
    }
}
