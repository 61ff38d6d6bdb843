internal import XML

/// A fragment of HTML to show.
public struct HTML: Displayable, Sendable, Hashable {
    /// The HTML.
    public let text: String

    /// Takes a fragment.
    public init(_ text: String) { self.text = text }

    /// The fragment; where a client shows no HTML, its source.
    public var mimeBundle: MIMEBundle {
        MIMEBundle([.init(.plainText, .text(text)), .init(.html, .text(text))])
    }

    /// Returns text as it has to be written in HTML.
    public static func escaped(_ text: String) -> String { XMLText.escaped(text) }
}
