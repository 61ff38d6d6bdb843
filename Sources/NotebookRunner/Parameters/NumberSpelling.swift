/// A number as a person spells it, such as `007`, `1_000`, `-inf` or `1e39`.
struct NumberSpelling {
    /// The sign, which may be missing, and what follows it without underscores.
    private let sign: String
    private let digits: String

    /// Looks at a text.
    init(_ text: String) {
        let sign = text.prefix { $0 == "-" || $0 == "+" }
        self.sign = sign == "-" ? "-" : sign.count > 1 ? "?" : ""
        let rest = text[sign.endIndex...]
        // Underscores stand between digits only.
        let isGrouped =
            rest.contains("_") && !rest.hasPrefix("_") && !rest.hasSuffix("_")
            && !rest.contains("__")
        digits = isGrouped ? rest.filter { $0 != "_" } : String(rest)
    }

    /// The digits of a whole number with a sign, without zeros before it; nothing, where it is none.
    var integer: String? {
        guard sign != "?", !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
            return nil
        }
        let significant = digits.drop { $0 == "0" }
        return significant.isEmpty ? "0" : sign + significant
    }

    /// The number in decimal digits, with a fraction or an exponent or neither; nothing, where it is
    /// none or not finite.
    var decimal: Double? {
        guard sign != "?", digits.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
            let number = Double(sign + digits), number.isFinite
        else { return nil }
        return number
    }

    /// The name of a number that is not finite, `nan`, `infinity` or `-infinity`.
    var nonFiniteName: String? {
        switch digits.lowercased() {
        case "nan" where sign != "?": "nan"
        case "inf" where sign != "?", "infinity" where sign != "?": sign + "infinity"
        default: nil
        }
    }
}
