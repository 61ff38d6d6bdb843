internal import XML

/// A vector image in SVG.
public struct SVG: Displayable, Sendable, Hashable {
    /// The SVG document.
    public let text: String

    /// The alternative text for users who cannot see the image.
    public let alternativeText: String

    /// The image's width on a page in pixels, or `nil` if the document determines it.
    public let width: Double?

    /// The image's own size, or `nil` for the session's.
    private var size: PictureSize?

    /// Creates an image from an SVG document.
    ///
    /// - Parameters:
    ///   - text: the document.
    ///   - alternativeText: a description of the image, or `nil` for the document's label or title.
    ///   - width: the width on a page in pixels, or `nil` if the document determines it.
    public init(_ text: String, alternativeText: String? = nil, width: Double? = nil) {
        self.text = text
        self.width = width
        self.alternativeText =
            alternativeText ?? Self.quoted(after: "aria-label=", in: text)
            ?? Self.between("<title>", "</title>", in: text) ?? "A picture"
    }

    /// The image as SVG, and as an HTML image for untrusted notebooks, in which clients do not show
    /// SVG.
    public var mimeBundle: MIMEBundle {
        MIMEBundle([
            .init(.plainText, .text(alternativeText)), .init(.svg, .text(text)),
            .init(.html, .text(image)),
        ])
    }

    /// The image as an HTML element that is no wider than the page.
    public var image: String {
        let data = Base64.text(of: Array(text.utf8))
        return "<img src=\"data:image/svg+xml;base64,\(data)\" "
            + "alt=\"\(HTML.escaped(alternativeText))\"\(widthAttribute) "
            + "style=\"max-width:100%;height:auto\">"
    }

    /// The document as an inline HTML element, with the displayed width.
    package var element: String {
        guard let width, let shownWidth, Int(width) != shownWidth,
            let attribute = text.firstRange(of: " width=\"\(Int(width))\"")
        else { return text }
        return text[..<attribute.lowerBound] + " width=\"\(shownWidth)\""
            + text[attribute.upperBound...]
    }

    /// The width attribute of the image element, or an empty text.
    private var widthAttribute: String {
        guard let shownWidth else { return "" }
        return " width=\"\(shownWidth)\""
    }

    /// The displayed width in whole pixels, or `nil` if the document determines it.
    public var shownWidth: Int? {
        guard let width, width.isFinite else { return nil }
        let factor = (size ?? PictureSize.current).factor
        return Int((min(100_000, max(1, width)) * factor).rounded())
    }

    /// Returns the image with a fixed size, independent of the session's.
    public func sized(_ size: PictureSize) -> SVG {
        var copy = self
        copy.size = size
        return copy
    }

    /// Returns the quoted text after the first occurrence of a marker.
    private static func quoted(after mark: String, in text: String) -> String? {
        between("\(mark)\"", "\"", in: text)
    }

    /// Returns the text between two others, or `nil` if it is empty or missing.
    private static func between(_ start: String, _ end: String, in text: String) -> String? {
        guard let first = text.firstRange(of: start),
            let last = text[first.upperBound...].firstRange(of: end)
        else { return nil }
        let inner = XMLText.unescaped(String(text[first.upperBound..<last.lowerBound]))
        return inner.isEmpty ? nil : inner
    }
}
