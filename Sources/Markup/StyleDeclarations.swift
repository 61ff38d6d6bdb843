/// The declarations of a `style` attribute, without those that could load something, cover the page
/// or be read differently by different browsers.
enum StyleDeclarations {
    /// The properties that may be set, or the beginnings of their names.
    private static let properties = [
        "background", "background-color", "border", "caption-side", "clear", "color", "column",
        "display", "empty-cells", "fill", "flex", "float", "font", "gap", "grid", "height",
        "justify",
        "letter-spacing", "line-height", "list-style", "margin", "max-height", "max-width",
        "min-height", "min-width", "opacity", "overflow", "padding", "page-break", "row-gap",
        "stroke",
        "table-layout", "text", "vertical-align", "white-space", "width", "word", "align",
    ]

    /// Returns the declarations that may stay, separated by semicolons.
    static func safe(_ text: String) -> String {
        guard !text.contains("/*"), !text.contains("\\") else { return "" }
        return text.split(separator: ";").compactMap(safe(declaration:)).joined(separator: ";")
    }

    /// Returns a declaration as it may stay; nil where it may not.
    private static func safe(declaration: Substring) -> String? {
        guard let colon = declaration.firstIndex(of: ":") else { return nil }
        let name = trimmed(declaration[..<colon]).lowercased()
        let value = trimmed(declaration[declaration.index(after: colon)...])
        let isKnown = properties.contains { name == $0 || name.hasPrefix($0 + "-") }
        guard isKnown, !value.isEmpty, value.utf8.count < 500, isSafe(value) else { return nil }
        return "\(name):\(value)"
    }

    /// Returns whether a value is made of words, numbers and harmless functions.
    private static func isSafe(_ value: String) -> Bool {
        let functions = ["rgb", "rgba", "hsl", "hsla", "calc", "min", "max", "repeat", "minmax"]
        var word = ""
        for character in value {
            switch character {
            case "(":
                guard functions.contains(word.lowercased()) || word.isEmpty else { return false }
                word = ""
            case "a"..."z", "A"..."Z", "0"..."9", "-": word.append(character)
            case " ", ",", ".", "%", "#", ")", "/", "+", "*", "'", "\"", "!": word = ""
            default: return false
            }
        }
        return true
    }

    /// Returns a text without white space around it.
    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
