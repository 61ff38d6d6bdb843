internal import XML

/// A fragment of HTML.
public struct HTML: Displayable, Sendable, Hashable {
    /// The HTML.
    public let text: String

    /// Creates a fragment from HTML text.
    public init(_ text: String) { self.text = text }

    /// The fragment, and its source for clients that do not show HTML.
    public var mimeBundle: MIMEBundle {
        MIMEBundle([.init(.plainText, .text(text)), .init(.html, .text(text))])
    }

    /// Returns text with the special characters of HTML escaped.
    public static func escaped(_ text: String) -> String { XMLText.escaped(text) }
}
