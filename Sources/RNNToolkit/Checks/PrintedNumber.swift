internal import Plotting

/// The value of a number in a text, and how many of its digits are printed.
struct PrintedNumber {
    /// The value.
    let value: Double

    /// The number of digits after the point.
    private let decimals: Int

    /// The power of ten that follows the digits; nil where none is printed.
    private let exponent: Int?

    /// Indicates whether the number is printed as a percentage.
    private let isPercentage: Bool

    /// Reads a number; nil where the text is none.
    init?(_ spelling: String) {
        var text = spelling.replacing("−", with: "-").replacing(" ", with: "")
        isPercentage = text.hasSuffix("%")
        if isPercentage { text.removeLast() }
        guard let number = Double(text), number.isFinite else { return nil }
        value = isPercentage ? number / 100 : number
        let parts = text.lowercased().split(separator: "e", maxSplits: 1)
        let digits = parts.first?.split(separator: ".", maxSplits: 1) ?? []
        decimals = digits.count > 1 ? digits[1].count : 0
        exponent = parts.count > 1 ? Int(parts[1]) : nil
    }

    /// Half a unit in the last digit that is printed.
    private var halfUnit: Double {
        Double("5e\((exponent ?? 0) - decimals - 1 - (isPercentage ? 2 : 0))") ?? 0
    }

    /// Returns whether the number is another one, rounded to the digits that are printed.
    func isRounding(of other: Double) -> Bool {
        value == other || abs(value - other) <= halfUnit * (1 + 1e-9)
    }

    /// Returns another number with as many digits.
    func spelling(of other: Double) -> String {
        if isPercentage { return NumberFormat.percent(decimals: decimals).spelling(of: other) }
        if exponent != nil {
            return NumberFormat.scientific(decimals: decimals).spelling(of: other)
        }
        // A count in place of which there is a fraction, and a number of another size.
        let isShort = decimals > 0 && abs(other) < 1e7 && abs(other) >= halfUnit
        let isWhole = decimals == 0 && other == other.rounded() && abs(other) < 1e15
        if isShort || isWhole || other == 0 {
            return NumberFormat.fixed(decimals: decimals).spelling(of: other)
        }
        return NumberFormat.significant(max(3, decimals)).spelling(of: other)
    }
}
