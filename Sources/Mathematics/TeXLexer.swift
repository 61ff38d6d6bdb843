/// Takes formulas in TeX apart.
enum TeXLexer {
    /// Returns the pieces of a formula.
    static func tokens(of source: String) -> [TeXToken] {
        var tokens: [TeXToken] = []
        var rest = source[...]
        while let character = rest.popFirst() {
            switch character {
            case "\\": tokens.append(command(&rest))
            case "{": tokens.append(.open)
            case "}": tokens.append(.close)
            case "^": tokens.append(.superscript)
            case "_": tokens.append(.subscript)
            case "&": tokens.append(.column)
            case "~": tokens.append(.command("nobreakspace"))
            case "%": rest = rest.drop { !$0.isNewline }
            case "#":
                if let number = rest.first?.wholeNumberValue, (1...9).contains(number) {
                    rest.removeFirst()
                    tokens.append(.argument(number))
                } else {
                    tokens.append(.character("#"))
                }
            case _ where character.isWhitespace:
                if tokens.last != .space { tokens.append(.space) }
            default: tokens.append(.character(character))
            }
        }
        return tokens
    }

    /// Takes the name of a command: letters, or one other character.
    private static func command(_ rest: inout Substring) -> TeXToken {
        let name = rest.prefix { $0.isASCII && $0.isLetter }
        guard name.isEmpty else {
            rest = rest[name.endIndex...]
            // White space behind a command ends its name.
            rest = rest.drop(while: \.isWhitespace)
            return .command(String(name))
        }
        guard let sign = rest.popFirst() else { return .character("\\") }
        return .command(sign.isWhitespace ? " " : String(sign))
    }
}
