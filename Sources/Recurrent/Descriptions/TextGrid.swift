/// Texts in aligned columns.
package struct TextGrid {
    /// The headings of the columns.
    private let headings: [String]
    /// The rows, each with one text per heading.
    private let rows: [[String]]

    /// Creates a grid of headings and rows, each with one text per heading.
    package init(headings: [String], rows: [[String]]) {
        self.headings = headings
        self.rows = rows
    }

    /// The lines, joined.
    package var text: String {
        let all = [headings] + rows
        let widths = headings.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            row.indices.map { column in
                column == row.count - 1
                    ? row[column]
                    : row[column]
                        + String(repeating: " ", count: widths[column] - row[column].count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

extension Double {
    /// The number with four significant digits.
    package var shortened: String {
        guard isFinite, self != 0 else { return "\(self)" }
        var exponent = 0
        var rest = magnitude
        while rest >= 10 { (rest, exponent) = (rest / 10, exponent + 1) }
        while rest < 1 { (rest, exponent) = (rest * 10, exponent - 1) }
        var digits = String(Int((rest * 1000).rounded()))
        if digits.count > 4 { (digits, exponent) = ("1000", exponent + 1) }
        let sign = self < 0 ? "-" : ""
        guard (-3...3).contains(exponent) else {
            return "\(sign)\(digits.prefix(1)).\(digits.dropFirst())e\(exponent)"
        }
        guard exponent >= 0 else {
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
        }
        let fraction = digits.dropFirst(exponent + 1)
        return sign + digits.prefix(exponent + 1) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
