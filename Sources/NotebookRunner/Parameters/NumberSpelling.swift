/// A number as users spell it, such as `007`, `1_000`, `-inf` or `1e39`.
struct NumberSpelling {
    /// The sign, which may be empty, and the rest without underscores.
    private let sign: String
    private let digits: String

    /// Creates the spelling of a text.
    init(_ text: String) {
        let sign = text.prefix { $0 == "-" || $0 == "+" }
        self.sign = sign == "-" ? "-" : sign.count > 1 ? "?" : ""
        let rest = text[sign.endIndex...]
        // Underscores are only allowed between digits.
        let isGrouped =
            rest.contains("_") && !rest.hasPrefix("_") && !rest.hasSuffix("_")
            && !rest.contains("__")
        digits = isGrouped ? rest.filter { $0 != "_" } : String(rest)
    }

    /// The digits of an integer with its sign, without leading zeros, or `nil` if it is not an
    /// integer.
    var integer: String? {
        guard sign != "?", !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
            return nil
        }
        let significant = digits.drop { $0 == "0" }
        return significant.isEmpty ? "0" : sign + significant
    }

    /// The value of a decimal number, or `nil` if it is not one, is not finite, or is too small not to
    /// become zero.
    var decimal: Double? {
        guard sign != "?", digits.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
            let number = Double(sign + digits), number.isFinite,
            number != 0
                || !digits.prefix(while: { $0 != "e" && $0 != "E" }).contains(where: {
                    ("1"..."9").contains($0)
                })
        else { return nil }
        return number
    }

    /// The name of a non-finite number: `nan`, `infinity` or `-infinity`.
    var nonFiniteName: String? {
        switch digits.lowercased() {
        case "nan" where sign != "?": "nan"
        case "inf" where sign != "?", "infinity" where sign != "?": sign + "infinity"
        default: nil
        }
    }
}
