package import CellProtocol
internal import SwiftParser
internal import SwiftSyntax

/// A classifier of cursor positions: in code, in the text of a literal, or in a comment.
package struct PlaceFinder {
    /// The source typed so far.
    private let source: String

    /// Creates a classifier for a source.
    package init(source: String) {
        self.source = source
    }

    /// Returns the kind of place at an offset in UTF-8 bytes.
    package func place(at offset: Int) -> SourcePlace {
        let file = Parser.parse(source: source)
        var left: TokenSyntax?
        for token in file.tokens(viewMode: .sourceAccurate) where token.startOffset < offset {
            if token.tokenKind != .endOfFile, token.startOffset < token.endOffset { left = token }
        }
        if let left, left.endOffset >= offset,
            let place = literalPlace(behind: left, at: offset)
        {
            return place
        }
        if isInComment(offset, after: left, in: file) { return .elsewhere }
        guard let left else { return .code(missing: "") }
        return .code(
            missing: missingEnds(behind: left, at: offset, in: file),
            beginsStatement: left.endOffset == offset && Self.beginsStatement(left))
    }

    /// Returns whether an operator is the first token of a statement at the top level.
    private static func beginsStatement(_ token: TokenSyntax) -> Bool {
        guard token.text.allSatisfy({ !$0.isLetter && !$0.isNumber && $0 != "_" }) else {
            return false
        }
        var node = Syntax(token)
        while let parent = node.parent {
            if let item = parent.as(CodeBlockItemSyntax.self) {
                return item.firstToken(viewMode: .sourceAccurate)?.id == token.id
                    && item.parent?.parent?.is(SourceFileSyntax.self) ?? false
            }
            node = parent
        }
        // Tokens that the parser does not understand are beside the statements.
        return true
    }

    /// Returns the text that would close the literal around an interpolation, with everything open
    /// in it; the compiler gives no answers inside an unclosed literal.
    private func missingEnds(
        behind token: TokenSyntax, at offset: Int, in file: SourceFileSyntax
    ) -> String {
        var node = Syntax(token).parent
        while let current = node, !current.is(ExpressionSegmentSyntax.self) {
            node = current.parent
        }
        guard node != nil else { return "" }
        return file.tokens(viewMode: .all).reduce(into: "") { ends, token in
            guard token.presence == .missing, token.endOffset >= offset else { return }
            switch token.tokenKind {
            case .rightParen, .rightSquare, .rightBrace, .stringQuote, .multilineStringQuote,
                .rawStringPoundDelimiter:
                ends += token.text
            default: break
            }
        }
    }

    /// Returns the kind of place inside a token or directly after it; returns `nil` if the token is
    /// not part of a literal.
    private func literalPlace(behind token: TokenSyntax, at offset: Int) -> SourcePlace? {
        switch token.tokenKind {
        case .stringSegment:
            return .literal(start: Self.startOfLine(before: offset, in: token))
        case .regexLiteralPattern:
            return .elsewhere
        case .stringQuote, .multilineStringQuote, .rawStringPoundDelimiter:
            guard let literal = token.parent?.as(StringLiteralExprSyntax.self),
                literal.openingQuote.id == token.id, token.endOffset == offset
            else { return nil }
            return .literal(start: offset)
        case .rightParen:
            let isInterpolation = token.parent?.is(ExpressionSegmentSyntax.self) ?? false
            return isInterpolation && token.endOffset == offset ? .literal(start: offset) : nil
        default:
            return nil
        }
    }

    /// Returns the start of the text on the position's line, in a segment of several lines.
    private static func startOfLine(before offset: Int, in segment: TokenSyntax) -> Int {
        let before = segment.text.utf8.prefix(offset - segment.startOffset)
        guard let newline = before.lastIndex(of: UInt8(ascii: "\n")) else {
            return segment.startOffset
        }
        return segment.startOffset
            + before.distance(from: before.startIndex, to: before.index(after: newline))
    }

    /// Returns whether a position between two tokens is in a comment.
    private func isInComment(
        _ offset: Int, after left: TokenSyntax?, in file: SourceFileSyntax
    ) -> Bool {
        let right =
            left.map { $0.nextToken(viewMode: .sourceAccurate) }
            ?? file.firstToken(
                viewMode: .sourceAccurate)
        var position = left?.endOffset ?? 0
        let pieces =
            Array(left?.trailingTrivia.pieces ?? []) + Array(right?.leadingTrivia.pieces ?? [])
        for piece in pieces {
            let end = position + piece.sourceLength.utf8Length
            if position < offset, piece.contains(offset - position) { return true }
            position = end
        }
        return false
    }
}

extension TriviaPiece {
    /// Returns whether a position in the trivia piece, or at its end, is in a comment.
    fileprivate func contains(_ offset: Int) -> Bool {
        let length = sourceLength.utf8Length
        switch self {
        case .lineComment, .docLineComment:
            return offset <= length
        case .blockComment(let text), .docBlockComment(let text):
            return offset < length || offset == length && !(length >= 4 && text.hasSuffix("*/"))
        default:
            return false
        }
    }
}
