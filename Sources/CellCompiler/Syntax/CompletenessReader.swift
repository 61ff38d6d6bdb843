package import CellProtocol
internal import SwiftParser
internal import SwiftSyntax

/// Decides whether a source that is being typed wants more lines.
package struct CompletenessReader {
    /// The source.
    private let source: String

    /// Takes a source.
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

    /// Returns where the next line would stand, in spaces.
    private func indentation() -> Int {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: true)
        guard let last = lines.last(where: { !$0.allSatisfy(\.isWhitespace) }) else { return 0 }
        let own = last.prefix { $0 == " " }.count
        let opens = last.reversed().first { !$0.isWhitespace }.map { "{([".contains($0) } ?? false
        return opens || last.hasSuffix(" in") ? own + 4 : own
    }
}

extension SourceFileSyntax {
    /// Where the last token that was really typed ends.
    fileprivate var endOfContent: Int {
        tokens(viewMode: .sourceAccurate).reduce(0) { end, token in
            token.tokenKind == .endOfFile ? end : token.endOffset
        }
    }
}

/// Finds out whether what the parser misses is missing at the end.
private final class MissingEndFinder: SyntaxVisitor {
    /// Where the typed source ends.
    private let end: Int

    /// Whether something is missing after the end.
    private(set) var isMissingAtEnd = false

    /// Whether something is missing or unexpected before it.
    private(set) var isWrongElsewhere = false

    /// Makes a finder for a source that ends at an offset.
    init(end: Int) {
        self.end = end
        super.init(viewMode: .all)
    }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        guard token.presence == .missing else { return .skipChildren }
        // A string on one line that is not closed cannot be closed on the next.
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
