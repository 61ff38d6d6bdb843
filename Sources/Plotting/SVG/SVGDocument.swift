/// A picture's body with all that makes it a document: the card, the colours of both themes, ids.
package struct SVGDocument: Sendable {
    /// What the picture shows, for those who cannot see it.
    package let name: String
    /// The width, in pixels.
    package let width: Double
    /// The height, in pixels.
    package let height: Double
    /// The elements, in which `idPlaceholder` stands where ids start.
    package let body: String

    /// What stands in a body where the ids of this picture start.
    package static let idPlaceholder = "%id%"

    /// Describes a document.
    package init(name: String, width: Double, height: Double, body: String) {
        self.name = name
        self.width = width
        self.height = height
        self.body = body
    }

    /// The document, whose ids follow from what it shows, so that two in one page do not collide.
    package var text: String {
        let (w, h) = (SVGWriter.number(width), SVGWriter.number(height))
        var writer = SVGWriter()
        let label = name.singleLine.isEmpty ? "figure" : name.singleLine
        writer.open(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("class", "unroll"), ("width", w),
                ("height", h), ("viewBox", "0 0 \(w) \(h)"), ("role", "img"), ("aria-label", label),
                ("font-family", Self.fonts), ("style", "max-width:100%;height:auto"),
            ])
        let id = "u" + Self.digest(of: body + label)
        var card = SVGWriter()
        card.leaf(
            "rect",
            [
                ("x", "0.5"), ("y", "0.5"), ("width", SVGWriter.number(width - 1)),
                ("height", SVGWriter.number(height - 1)), ("rx", "6"),
            ] + SVGPaint.card.fill(outlined: .border))
        let drawn = card.body + body.replacing(Self.idPlaceholder, with: id)
        return writer.body + Self.styleSheet(for: drawn) + drawn + "</svg>\n"
    }

    /// The fonts of all texts; the first that a reader's machine has is used.
    private static let fonts =
        "system-ui,-apple-system,'Segoe UI','Helvetica Neue',Arial,'DejaVu Sans',sans-serif"

    /// Returns the rules for a dark theme, for the classes that occur.
    private static func styleSheet(for body: String) -> String {
        let rules = SVGPaint.all.flatMap(\.darkRules).filter { rule in
            body.contains("\"\(rule.name)\"") || body.contains("\"\(rule.name) ")
                || body.contains(" \(rule.name)\"")
        }.map { ".unroll .\($0.name){\($0.rule)}" }.joined()
        return "<style>@media (prefers-color-scheme:dark){\(rules)}</style>\n"
    }

    /// Returns eight hexadecimal digits that follow from a text (FNV-1a, folded).
    private static func digest(of text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let folded = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
        let digits = String(folded, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension String {
    /// Returns the text with every occurrence of a part replaced.
    fileprivate func replacing(_ part: String, with other: String) -> String {
        var result = ""
        var rest = Substring(self)
        while let start = rest.firstRange(of: part) {
            result += rest[..<start.lowerBound] + other
            rest = rest[start.upperBound...]
        }
        return result + rest
    }
}
