/// Markdown to show, with LaTeX between dollar signs.
public struct Markdown: Displayable, Sendable, Hashable {
    /// The Markdown.
    public let text: String

    /// Takes Markdown.
    public init(_ text: String) { self.text = text }

    /// The Markdown; where a client shows none, its source.
    public var mimeBundle: MIMEBundle {
        MIMEBundle([.init(.plainText, .text(text)), .init(.markdown, .text(text))])
    }
}
