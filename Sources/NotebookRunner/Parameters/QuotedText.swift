/// Text in the form in which it can stand between quotes in a source.
enum QuotedText {
    /// How characters are written that cannot stand for themselves.
    enum Style {
        /// As `\u{1B}`.
        case swift
        /// As `\x1b`.
        case python
    }

    /// Returns a text without its quotes.
    static func escaped(_ text: String, style: Style) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result +=
                    style == .swift
                    ? "\\u{\(digits)}" : "\\x\(digits.count < 2 ? "0" : "")\(digits)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
