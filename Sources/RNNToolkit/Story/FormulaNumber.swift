internal import Plotting

/// The spelling of numbers in formulas.
enum FormulaNumber {
    /// Returns a number with five significant digits.
    static func spelling(of value: Double) -> String {
        NumberFormat.significant(5).spelling(of: value)
    }

    /// Returns a product, with negative numbers in parentheses.
    static func product(of numbers: [Double]) -> String {
        numbers.map { number in
            let text = spelling(of: number)
            return text.hasPrefix("-") ? "(\(text))" : text
        }.joined(separator: " · ")
    }
}
