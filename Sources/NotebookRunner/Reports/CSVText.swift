/// The formatting of tables as CSV.
///
/// - Source: RFC 4180.
enum CSVText {
    /// Returns rows as text.
    static func of(_ rows: [[String]]) -> String {
        rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// Returns a field, quoted if necessary; a text that a spreadsheet would treat as a formula is
    /// marked as text.
    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@".contains($0) } == true && Double(text) == nil
        let text = isFormula ? "'\(text)" : text
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
