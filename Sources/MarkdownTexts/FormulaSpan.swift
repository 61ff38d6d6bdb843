/// A formula within a text, with the signs around it.
struct FormulaSpan {
    /// The formula without its signs.
    let source: String

    /// Indicates whether it stands in a line of its own.
    let isDisplayed: Bool

    /// The number of characters, including its delimiters.
    let length: Int

    /// Returns the formula at the beginning of a text; nil where there is none.
    ///
    /// As in Jupyter, a dollar sign begins a formula where another one ends it: outside of braces, and
    /// before the next empty line. A dollar sign behind a backslash is one.
    static func span(atStartOf text: Substring) -> FormulaSpan? {
        if text.hasPrefix("$$") { return span(text, from: "$$", to: "$$", isDisplayed: true) }
        if text.hasPrefix("$") { return span(text, from: "$", to: "$", isDisplayed: false) }
        if text.hasPrefix("\\\\(") {
            return span(text, from: "\\\\(", to: "\\\\)", isDisplayed: false)
        }
        if text.hasPrefix("\\\\[") {
            return span(text, from: "\\\\[", to: "\\\\]", isDisplayed: true)
        }
        guard text.hasPrefix("\\begin{") else { return nil }
        let name = text.dropFirst(7).prefix { $0 != "}" && !$0.isNewline }
        let end = "\\end{\(name)}"
        guard !name.isEmpty, let range = text.firstRange(of: end) else { return nil }
        let source = text[..<range.upperBound]
        return FormulaSpan(source: String(source), isDisplayed: true, length: source.count)
    }

    /// Returns the formula between two signs.
    private static func span(
        _ text: Substring, from start: String, to end: String, isDisplayed: Bool
    ) -> FormulaSpan? {
        var depth = 0
        var rest = text.dropFirst(start.count)
        let body = rest.startIndex
        while let character = rest.first {
            if depth == 0, rest.hasPrefix(end) {
                let source = text[body..<rest.startIndex]
                guard !source.allSatisfy(\.isWhitespace) else { return nil }
                return FormulaSpan(
                    source: String(source), isDisplayed: isDisplayed,
                    length: start.count + source.count + end.count)
            }
            switch character {
            case "\\" where !rest.hasPrefix(end): rest = rest.dropFirst()
            case "{": depth += 1
            case "}": depth = max(0, depth - 1)
            case "\n" where rest.dropFirst().first == "\n" && start == "$": return nil
            default: break
            }
            rest = rest.dropFirst()
        }
        return nil
    }
}
