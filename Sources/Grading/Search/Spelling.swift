internal import Plotting

/// The spelling of numbers in diagnoses.
enum Spelling {
    /// Returns a number with four digits.
    static func short(_ number: Double) -> String {
        NumberFormat.significant(4).spelling(of: number)
    }

    /// Returns numbers with four digits; in brackets where it is not one.
    static func short(_ numbers: [Double]) -> String {
        if numbers.count == 1 { return short(numbers[0]) }
        return "[" + numbers.map(short).joined(separator: ", ") + "]"
    }
}
