internal import SwiftSyntax

/// Finds the names that patterns and parameters bind.
enum BoundNames {
    /// Returns the names that a pattern binds.
    static func names(in pattern: some SyntaxProtocol) -> [TokenSyntax] {
        let finder = Finder(viewMode: .sourceAccurate)
        finder.walk(Syntax(pattern))
        return finder.names
    }

    /// Returns the names that a closure's signature binds: parameters and captures.
    static func names(in signature: ClosureSignatureSyntax?) -> [TokenSyntax] {
        guard let signature else { return [] }
        let captures = signature.capture?.items.map(\.name) ?? []
        switch signature.parameterClause {
        case .simpleInput(let parameters): return captures + parameters.map(\.name)
        case .parameterClause(let clause):
            return captures + clause.parameters.map { $0.secondName ?? $0.firstName }
        default: return captures
        }
    }

    /// Returns the names that the conditions of an `if`, `guard` or `while` bind.
    static func names(in conditions: ConditionElementListSyntax) -> [TokenSyntax] {
        conditions.flatMap { element -> [TokenSyntax] in
            switch element.condition {
            case .optionalBinding(let binding): names(in: binding.pattern)
            case .matchingPattern(let matching): names(in: matching.pattern)
            default: []
            }
        }
    }

    /// Collects the identifiers of patterns.
    private final class Finder: SyntaxVisitor {
        /// The names found so far.
        var names: [TokenSyntax] = []

        override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
            if case .identifier = node.identifier.tokenKind { names.append(node.identifier) }
            return .skipChildren
        }
    }
}
