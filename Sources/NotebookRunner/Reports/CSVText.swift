/// Tables as text for spreadsheets.
///
/// - Source: RFC 4180.
enum CSVText {
    /// Returns rows as text.
    static func of(_ rows: [[String]]) -> String {
        rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// Returns a field, in quotes where it has to be; a text that a program would take for a formula
    /// is marked as a text.
    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@".contains($0) } == true && Double(text) == nil
        let text = isFormula ? "'\(text)" : text
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
