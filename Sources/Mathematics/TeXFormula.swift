public import Markup

/// A formula in TeX, as it stands between dollar signs.
public struct TeXFormula: Sendable, Hashable {
    /// The formula as it is written.
    public let source: String

    /// Indicates whether the formula stands in a line of its own.
    public let isDisplayed: Bool

    /// Takes a formula without the signs around it.
    public init(_ source: String, isDisplayed: Bool) {
        self.source = source
        self.isDisplayed = isDisplayed
    }

    /// Returns the formula in MathML, with its source as an annotation.
    ///
    /// A formula with something that is not known is returned as it is written, rather than with a
    /// part left out.
    ///
    /// - Parameter macros: the commands that the document has defined so far; those that this formula
    ///   defines are added.
    public func markup(_ macros: inout TeXMacros) -> MarkupNode {
        var trial = macros
        guard let tokens = trial.expanded(TeXLexer.tokens(of: source)) else { return spelled }
        macros = trial
        var parser = TeXParser(tokens, isDisplayed: isDisplayed)
        guard let content = parser.parse() else { return spelled }
        // Definitions alone show nothing.
        guard !content.isEmpty else { return .text("") }
        let annotation = MarkupElement(
            "annotation", [.init("encoding", "application/x-tex")], [.text(source)])
        let row = MarkupElement("mrow", [], content)
        return .element(
            MarkupElement(
                "math", isDisplayed ? [.init("display", "block")] : [],
                [.element(MarkupElement("semantics", [], [.element(row), .element(annotation)]))]))
    }

    /// The formula as it is written, with its dollar signs.
    private var spelled: MarkupNode {
        let sign = isDisplayed ? "$$" : "$"
        return .element(
            MarkupElement(
                "code", [.init("class", "tex"), .init("title", "This formula could not be set.")],
                [.text(sign + source + sign)]))
    }
}
