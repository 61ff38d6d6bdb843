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
