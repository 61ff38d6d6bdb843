package import CellProtocol
internal import SwiftParser
internal import SwiftSyntax

/// Finds out whether a cursor stands in code, in the text of a literal or in a comment.
package struct PlaceFinder {
    /// The source, as far as it has been typed.
    private let source: String

    /// Takes a source.
    package init(source: String) {
        self.source = source
    }

    /// Returns what kind of place an offset in UTF-8 bytes is.
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

    /// Whether an operator is the first token of a statement at the top level.
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
        // What the parser can make nothing of stands beside the statements.
        return true
    }

    /// Returns what would close the literal in whose interpolation a token stands, and what is open in
    /// it; the compiler knows nothing of what stands in a literal that is not closed.
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

    /// Returns what kind of place it is inside a token or right behind it; nothing, where the token
    /// belongs to no literal.
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

    /// Returns where the text on the line of a place begins, in a segment of several lines.
    private static func startOfLine(before offset: Int, in segment: TokenSyntax) -> Int {
        let before = segment.text.utf8.prefix(offset - segment.startOffset)
        guard let newline = before.lastIndex(of: UInt8(ascii: "\n")) else {
            return segment.startOffset
        }
        return segment.startOffset
            + before.distance(from: before.startIndex, to: before.index(after: newline))
    }

    /// Whether a place between two tokens lies in a comment.
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
    /// Whether a place in the piece, or at its end, is one in a comment.
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
