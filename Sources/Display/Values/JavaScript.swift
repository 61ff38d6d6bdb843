/// A JavaScript program that the browser runs in the cell's output, in trusted notebooks only.
public struct JavaScript: Displayable, Sendable, Hashable {
    /// The source of the program.
    public let text: String

    /// Creates a program from its source.
    public init(_ text: String) { self.text = text }

    /// The program, and its source for clients that do not run it.
    public var mimeBundle: MIMEBundle {
        MIMEBundle([
            .init(.plainText, .text(text)), .init("application/javascript", .text(text)),
        ])
    }
}
