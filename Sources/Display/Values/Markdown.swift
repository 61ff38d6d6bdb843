internal import XML

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
