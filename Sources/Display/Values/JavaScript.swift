/// A program for the browser, which runs it where the cell's output stands, in notebooks that it trusts.
public struct JavaScript: Displayable, Sendable, Hashable {
    /// The program.
    public let text: String

    /// Takes a program.
    public init(_ text: String) { self.text = text }

    /// The program; where a client runs none, its text.
    public var mimeBundle: MIMEBundle {
        MIMEBundle([
            .init(.plainText, .text(text)), .init("application/javascript", .text(text)),
        ])
    }
}
