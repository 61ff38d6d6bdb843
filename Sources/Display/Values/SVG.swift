internal import XML

/// A scalable picture to show.
public struct SVG: Displayable, Sendable, Hashable {
    /// The picture, as a document.
    public let text: String

    /// What the picture shows, for those who do not see it.
    public let alternativeText: String

    /// Takes a document.
    ///
    /// - Parameter alternativeText: what the picture shows; without one, the document's own label or
    ///   title.
    public init(_ text: String, alternativeText: String? = nil) {
        self.text = text
        self.alternativeText =
            alternativeText ?? Self.quoted(after: "aria-label=", in: text)
            ?? Self.between("<title>", "</title>", in: text) ?? "A picture"
    }

    /// The picture as it is, and for notebooks that a client does not trust, in which it shows no SVG,
    /// as an image in HTML.
    public var mimeBundle: MIMEBundle {
        MIMEBundle([
            .init(.plainText, .text(alternativeText)), .init(.svg, .text(text)),
            .init(.html, .text(image)),
        ])
    }

    /// The picture as an element of HTML that is no wider than the page.
    public var image: String {
        let data = Base64.text(of: Array(text.utf8))
        return "<img src=\"data:image/svg+xml;base64,\(data)\" "
            + "alt=\"\(HTML.escaped(alternativeText))\" style=\"max-width:100%\">"
    }

    /// Returns what stands in quotes behind the first occurrence of a text.
    private static func quoted(after mark: String, in text: String) -> String? {
        between("\(mark)\"", "\"", in: text)
    }

    /// Returns what stands between two texts; nothing, where that is nothing.
    private static func between(_ start: String, _ end: String, in text: String) -> String? {
        guard let first = text.firstRange(of: start),
            let last = text[first.upperBound...].firstRange(of: end)
        else { return nil }
        let inner = XMLText.unescaped(String(text[first.upperBound..<last.lowerBound]))
        return inner.isEmpty ? nil : inner
    }
}
