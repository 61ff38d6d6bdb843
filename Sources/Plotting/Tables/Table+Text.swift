public import Display

extension Table: Displayable, CustomStringConvertible {
    /// Lays the table out as text.
    ///
    /// - Parameters:
    ///   - style: the characters to draw with.
    ///   - columns: the columns of a line, at least 24. Words are wrapped to fit; where the numbers
    ///     alone are too wide, further columns follow below, each part with the first column.
    /// - Returns: lines without a break at the end.
    public func text(style: TextStyle = .preferred, columns: Int = 80) -> String {
        TextTable(self, style: style, width: max(24, columns)).text
    }

    /// The table as text in seven-bit ASCII, 80 columns wide.
    public var ascii: String { text(style: .ascii) }

    /// The table as text.
    public var description: String { text() }

    /// The table as text and as HTML.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: text())
        bundle[.html] = .text(html)
        return bundle
    }
}
