internal import JSON

/// The conversion of parameter values to Python literals.
enum PythonLiteral {
    /// The words that cannot be names.
    static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
        "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
        "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return",
        "try", "while", "with", "yield",
    ]

    /// Returns a literal; anything that is not a number, Boolean, list or `None` is a string.
    static func literal(for value: ParameterValue, isText: Bool) -> String {
        switch value {
        case .spelled(let text) where isText: return quoted(text)
        case .data(.string(let text)): return quoted(text)
        default: break
        }
        if value.isNone { return "None" }
        if let truth = value.truth { return truth ? "True" : "False" }
        if let number = value.numberSpelling.flatMap(number) { return number }
        if let entries = value.entries, isBraced(value) {
            let parts = entries.map {
                "\(literal(for: $0.key, isText: false)): \(literal(for: $0.value, isText: false))"
            }
            return "{\(parts.joined(separator: ", "))}"
        }
        if let elements = value.elements {
            return "[\(elements.map { literal(for: $0, isText: false) }.joined(separator: ", "))]"
        }
        return quoted(value.summary)
    }

    /// Returns a number; one too large for a double is infinite, as in Python itself.
    private static func number(_ text: String) -> String? {
        let spelling = NumberSpelling(text)
        if let integer = spelling.integer { return integer }
        if spelling.decimal != nil { return text }
        let isTooLarge =
            Double(text)?.isInfinite == true && text.utf8.contains { $0 &- 0x30 < 10 }
        let name = spelling.nonFiniteName ?? (isTooLarge ? "infinity" : nil)
        let isNegative = name?.hasPrefix("-") == true || isTooLarge && text.hasPrefix("-")
        return name.map {
            "float('\(isNegative ? "-" : "")\($0.hasSuffix("nan") ? "nan" : "inf")')"
        }
    }

    /// Returns whether a value is a table.
    private static func isBraced(_ value: ParameterValue) -> Bool {
        switch value {
        case .spelled(let text): text.drop(while: \.isWhitespace).first == "{"
        case .data(let value): value.object != nil
        }
    }

    /// Returns a quoted text.
    private static func quoted(_ text: String) -> String {
        "\"\(QuotedText.escaped(text, style: .python))\""
    }
}
