public import Markup
public import Mathematics

/// A text in Markdown with formulas, as it stands in the cells of notebooks.
public struct MarkdownText: Sendable {
    /// The text.
    private let text: String

    /// Takes a text.
    public init(_ text: String) {
        self.text = FormulaMark.removed(from: text)
    }

    /// Returns the text as HTML that has been cleaned.
    ///
    /// - Parameters:
    ///   - sanitizer: cleans the HTML, and notes what it leaves out.
    ///   - macros: the commands for formulas that the document has defined so far.
    ///   - code: returns code as HTML, with the words behind its fence.
    public func markup(
        cleanedBy sanitizer: inout HTMLSanitizer, macros: inout TeXMacros,
        code: @escaping (_ text: String, _ info: String) -> String = MarkdownText.plainCode
    ) -> [MarkupNode] {
        var parser = BlockParser()
        let blocks = parser.blocks(MarkdownLines.of(text)[...])
        var renderer = BlockRenderer(
            inline: InlineRenderer(references: parser.references, macros: macros), code: code)
        let html = renderer.html(blocks)
        macros = renderer.inline.macros
        let cleaned = sanitizer.clean(MarkupParser.parse(html))
        return FormulaMark.filled(cleaned, with: renderer.inline.formulas)
    }

    /// Returns code as HTML without colors.
    public static func plainCode(_ text: String, _ info: String) -> String {
        "<pre><code>\(MarkupWriter.escaped(text))</code></pre>"
    }
}
