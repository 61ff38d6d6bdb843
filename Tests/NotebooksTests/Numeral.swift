/// A number as written in a text.
struct Numeral: Hashable, CustomStringConvertible {
    /// The spelling, such as `-1.0062` or `9.54e-7`.
    let spelling: String

    /// Its value.
    let value: Double

    /// Half a unit in its last digit.
    let halfUnit: Double

    /// Indicates whether it has more than one digit and a point, so that it can be a rounded
    /// number.
    let isDecimal: Bool

    /// Parses a numeral.
    init?(_ spelling: String) {
        guard let value = Double(spelling) else { return nil }
        self.spelling = spelling
        self.value = value
        let parts = spelling.split(separator: "e", maxSplits: 1)
        let decimals = parts[0].split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        isDecimal = decimals > 0
        halfUnit = Double("5e\(exponent - decimals - 1)") ?? 0
    }

    /// The spelling.
    var description: String { spelling }

    /// Returns whether it equals another number, exactly or after rounding that to its digits.
    func says(_ other: Double) -> Bool {
        if value == other { return true }
        return isDecimal && abs(value - other) <= halfUnit * (1 + 1e-9)
    }

    /// Returns the numerals of plain text.
    static func all(in text: String) -> [Numeral] {
        // A hyphen right after a letter or a digit is not a minus sign.
        text.matches(of: /(?:^|[^\w.])(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)(?!\w)/)
            .compactMap { Numeral(String($0.output.1)) }
    }

    /// Returns the numerals of a Markdown text that are claims: those in code, links, indices and
    /// list numbers are not, and percentages are fractions.
    static func claims(in markdown: String) -> [Numeral] {
        let plain =
            markdown
            .replacing(/```(.|\n)*?```/, with: " ")
            .replacing(/`[^`]*`/, with: " ")
            .replacing(/\]\([^)]*\)/, with: "]")
            .replacing(/(?m)^\s*\d+\.\s/, with: "")
            .replacing(/\*\*Solution \d+\./, with: "")
            .replacing(/_\{[^}]*\}|_\d/, with: " ")
            .replacing(/\\(t|d)?frac\d\d|\\tfrac12/, with: " ")
            .replacing("−", with: "-")
            .replacing(/\s*\\(cdot|times)\s*10\^\{(-?\d+)\}/) { "e\($0.output.2)" }
            .replacing(/\^\{?(-?\d+)\}?/) { " \($0.output.1) " }
            .replacing(/[*$\\{}]/, with: " ")
        let percent = plain.matches(of: /(\d+(?:\.\d+)?)\s*(?:percent|%)/)
        let fractions = percent.compactMap { Double(String($0.output.1)) }.map { $0 / 100 }
        let rest = plain.replacing(/(\d+(?:\.\d+)?)\s*(?:percent|%)/, with: " ")
        return all(in: rest) + fractions.compactMap { Numeral("\($0)") }
    }
}
