/// A formula in LaTeX to show.
public struct LaTeX: Displayable, Sendable, Hashable {
    /// The formula.
    public let text: String

    /// Takes a formula, with or without the dollar signs around it.
    public init(_ text: String) { self.text = text }

    /// The formula on a line of its own; where a client shows none, its source.
    public var mimeBundle: MIMEBundle {
        let isDelimited = text.hasPrefix("$") || text.hasPrefix("\\[") || text.hasPrefix("\\begin")
        let formula = isDelimited ? text : "$$\(text)$$"
        return MIMEBundle([.init(.plainText, .text(text)), .init(.latex, .text(formula))])
    }
}
