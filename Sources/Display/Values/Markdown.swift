/// Markdown text, with LaTeX between dollar signs.
public struct Markdown: Displayable, Sendable, Hashable {
    /// The Markdown source.
    public let text: String

    /// Creates a text from its source.
    public init(_ text: String) { self.text = text }

    /// The Markdown, and its source as plain text for clients that do not show Markdown.
    public var mimeBundle: MIMEBundle {
        MIMEBundle([.init(.plainText, .text(text)), .init(.markdown, .text(text))])
    }
}
