extension Table {
    /// The table as comma-separated values: the titles, then every row, without the sums.
    ///
    /// Numbers have as many digits as it takes to read back the same number. Lines end in a line
    /// feed.
    /// - Source: RFC 4180, for quotes around fields.
    public var csv: String {
        var lines = [columns.map { Self.field($0.heading) }.joined(separator: ",")]
        for row in 0..<rowCount {
            let fields = columns.map { column -> String in
                switch column.cell(row) {
                case .text(let text): Self.field(text)
                case .number(let value): NumberFormat.exact.spelling(of: value)
                case .absent: ""
                }
            }
            lines.append(fields.joined(separator: ","))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Returns a text, quoted if necessary.
    private static func field(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return text }
        let doubled = text.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"" + doubled + "\""
    }
}
