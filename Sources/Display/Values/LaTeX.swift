/// A formula in LaTeX.
public struct LaTeX: Displayable, Sendable, Hashable {
    /// The source of the formula.
    public let text: String

    /// Creates a formula from its source, with or without enclosing dollar signs.
    public init(_ text: String) { self.text = text }

    /// The formula as a display equation, and its source for clients that do not show LaTeX.
    public var mimeBundle: MIMEBundle {
        let isDelimited = text.hasPrefix("$") || text.hasPrefix("\\[") || text.hasPrefix("\\begin")
        let formula = isDelimited ? text : "$$\(text)$$"
        return MIMEBundle([.init(.plainText, .text(text)), .init(.latex, .text(formula))])
    }
}
