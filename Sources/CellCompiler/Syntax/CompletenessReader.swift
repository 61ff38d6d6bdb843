package import CellProtocol
internal import SwiftParser
internal import SwiftSyntax

/// A check of whether a source that is being typed needs more lines.
package struct CompletenessReader {
    /// The source.
    private let source: String

    /// Creates a check of a source.
    package init(source: String) {
        self.source = source
    }

    /// Returns whether the source is complete.
    package func completeness() -> SourceCompleteness {
        let file = Parser.parse(source: source)
        guard file.hasError else { return .complete }
        let finder = MissingEndFinder(end: file.endOfContent)
        finder.walk(file)
        if finder.isMissingAtEnd { return .incomplete(indentation: indentation()) }
        return finder.isWrongElsewhere ? .invalid : .complete
    }

    /// Returns the indentation of the next line, in spaces.
    private func indentation() -> Int {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: true)
        guard let last = lines.last(where: { !$0.allSatisfy(\.isWhitespace) }) else { return 0 }
        let own = last.prefix { $0 == " " }.count
        let opens = last.reversed().first { !$0.isWhitespace }.map { "{([".contains($0) } ?? false
        return opens || last.hasSuffix(" in") ? own + 4 : own
    }
}

extension SourceFileSyntax {
    /// The end of the last token that was actually typed.
    fileprivate var endOfContent: Int {
        tokens(viewMode: .sourceAccurate).reduce(0) { end, token in
            token.tokenKind == .endOfFile ? end : token.endOffset
        }
    }
}

/// A visitor that finds out whether tokens that the parser misses are missing at the end.
private final class MissingEndFinder: SyntaxVisitor {
    /// The end of the typed source.
    private let end: Int

    /// Indicates whether a token is missing after the end.
    private(set) var isMissingAtEnd = false

    /// Indicates whether a token is missing or unexpected before the end.
    private(set) var isWrongElsewhere = false

    /// Creates a finder for a source that ends at an offset.
    init(end: Int) {
        self.end = end
        super.init(viewMode: .all)
    }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        guard token.presence == .missing else { return .skipChildren }
        // An unclosed single-line string cannot be closed on the next line.
        if token.tokenKind == .stringQuote || token.startOffset < end {
            isWrongElsewhere = true
        } else {
            isMissingAtEnd = true
        }
        return .skipChildren
    }

    override func visit(_ node: UnexpectedNodesSyntax) -> SyntaxVisitorContinueKind {
        isWrongElsewhere = true
        return .visitChildren
    }
}
