internal import XML

/// A scalable picture to show.
public struct SVG: Displayable, Sendable, Hashable {
    /// The picture, as a document.
    public let text: String

    /// What the picture shows, for those who do not see it.
    public let alternativeText: String

    /// How wide the picture is shown on a page, in pixels; nil where its document decides.
    public let width: Double?

    /// The picture's own size; nil for the session's.
    private var size: PictureSize?

    /// Takes a document.
    ///
    /// - Parameters:
    ///   - text: the document.
    ///   - alternativeText: what the picture shows; without one, the document's own label or title.
    ///   - width: how wide the picture is shown on a page, in pixels; nil where the document decides.
    public init(_ text: String, alternativeText: String? = nil, width: Double? = nil) {
        self.text = text
        self.width = width
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
            + "alt=\"\(HTML.escaped(alternativeText))\"\(widthAttribute) "
            + "style=\"max-width:100%;height:auto\">"
    }

    /// The document as an element of HTML itself, as wide as it is shown.
    package var element: String {
        guard let width, let shownWidth, Int(width) != shownWidth,
            let attribute = text.firstRange(of: " width=\"\(Int(width))\"")
        else { return text }
        return text[..<attribute.lowerBound] + " width=\"\(shownWidth)\""
            + text[attribute.upperBound...]
    }

    /// The picture's width as it stands in the element's tag.
    private var widthAttribute: String {
        guard let shownWidth else { return "" }
        return " width=\"\(shownWidth)\""
    }

    /// How wide the picture is shown, in whole pixels.
    public var shownWidth: Int? {
        guard let width, width.isFinite else { return nil }
        let factor = (size ?? PictureSize.current).factor
        return Int((min(100_000, max(1, width)) * factor).rounded())
    }

    /// Returns the picture in a size of its own, whatever the session's is.
    public func sized(_ size: PictureSize) -> SVG {
        var copy = self
        copy.size = size
        return copy
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
