public import Display

extension Table: Displayable, CustomStringConvertible {
    /// Returns the table as text.
    ///
    /// - Parameters:
    ///   - style: the characters to draw with.
    ///   - columns: the columns of a line, at least 24. Texts are wrapped to fit; if the numbers
    ///     alone are too wide, further columns follow below, each part with the first column.
    /// - Returns: the lines, without a trailing newline.
    public func text(style: TextStyle = .preferred, columns: Int = 80) -> String {
        TextTable(self, style: style, width: max(24, columns)).text
    }

    /// The table as text in 7-bit ASCII, 80 columns wide.
    public var ascii: String { text(style: .ascii) }

    /// The table as CSV text.
    public var description: String { text() }

    /// The table as text and as HTML.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: text())
        bundle[.html] = .text(html)
        return bundle
    }
}

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
