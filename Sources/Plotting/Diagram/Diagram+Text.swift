public import Display

extension Diagram: Picture {
    /// Draws the diagram as text.
    ///
    /// - Parameters:
    ///   - style: the characters to draw with.
    ///   - columns: the columns of a line, at least 24.
    /// - Returns: lines without a break at the end.
    public func text(style: TextStyle = .preferred, columns: Int = 80) -> String {
        TextDiagram(self, style: style, columns: max(24, columns)).text
    }

    /// The diagram as text in seven-bit ASCII, 80 columns wide.
    public var ascii: String { text(style: .ascii) }

    /// The diagram as text.
    public var description: String { text() }

    /// The diagram as a drawing of 640 pixels' width, legible on light and dark pages.
    public var drawing: SVG { SVGDiagram(self).drawing }
}
