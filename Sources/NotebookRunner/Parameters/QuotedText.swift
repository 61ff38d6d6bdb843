/// The contents of string literals.
enum QuotedText {
    /// The style of escape sequences.
    enum Style {
        /// Swift's, such as `\u{1B}`.
        case swift
        /// Python's, such as `\x1b`.
        case python
    }

    /// Returns a text with escapes, without quotes.
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
