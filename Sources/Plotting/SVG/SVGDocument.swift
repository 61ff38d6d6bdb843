package import Display

/// A complete SVG document: a body with the background card and the colors of both themes.
///
/// It has no IDs, and its style sheet always defines a class in the same way, so that any number of
/// documents can be embedded in one page.
package struct SVGDocument: Sendable {
    /// The alternative text for users who cannot see the image.
    package let name: String
    /// The width, in pixels.
    package let width: Double
    /// The height, in pixels.
    package let height: Double
    /// The elements.
    package let body: String

    /// Creates a document.
    package init(name: String, width: Double, height: Double, body: String) {
        self.name = name
        self.width = width
        self.height = height
        self.body = body
    }

    /// The document with its description.
    package var drawing: SVG { SVG(text, alternativeText: label, width: width) }

    /// A description of the picture, which is never empty.
    private var label: String {
        let line = name.singleLine
        return line.isEmpty ? "figure" : line
    }

    /// The document.
    package var text: String {
        let (w, h) = (SVGWriter.number(width), SVGWriter.number(height))
        var writer = SVGWriter()
        writer.open(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("class", "unroll"), ("width", w),
                ("height", h), ("viewBox", "0 0 \(w) \(h)"), ("role", "img"), ("aria-label", label),
                ("font-family", Self.fonts), ("style", "max-width:100%;height:auto"),
            ])
        var card = SVGWriter()
        card.leaf(
            "rect",
            [
                ("x", "0.5"), ("y", "0.5"), ("width", SVGWriter.number(width - 1)),
                ("height", SVGWriter.number(height - 1)), ("rx", "6"),
            ] + SVGPaint.card.fill(outlined: .border))
        let drawn = card.body + body
        return writer.body + Self.styleSheet(for: drawn) + drawn + "</svg>\n"
    }

    /// The fonts of all texts; the first one that is available is used.
    private static let fonts =
        "system-ui,-apple-system,'Segoe UI','Helvetica Neue',Arial,'DejaVu Sans',sans-serif"

    /// Returns the rules of the dark theme for the classes that occur.
    private static func styleSheet(for body: String) -> String {
        let classes = classes(in: body)
        let rules = SVGPaint.all.flatMap(\.darkRules).filter { classes.contains($0.name) }
            .map { ".unroll .\($0.name){\($0.rule)}" }.joined()
        return "<style>@media (prefers-color-scheme:dark){\(rules)}</style>\n"
    }

    /// Returns the classes of elements, in one pass because a body can be long.
    private static func classes(in body: String) -> Set<String> {
        let attribute = Array(" class=\"".utf8)
        let bytes = Array(body.utf8)
        var classes: Set<String> = []
        var place = bytes.startIndex
        while let space = bytes[place...].firstIndex(of: attribute[0]) {
            place = space + 1
            guard bytes[space...].starts(with: attribute) else { continue }
            let value = bytes[(space + attribute.count)...].prefix { $0 != attribute.last }
            for name in value.split(separator: attribute[0]) {
                classes.insert(String(decoding: name, as: UTF8.self))
            }
            place = value.endIndex
        }
        return classes
    }
}
