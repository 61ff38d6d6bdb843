internal import SwiftSyntax

/// Functions that find the names bound by patterns and parameters.
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
        bindings(in: conditions).map(\.name)
    }

    /// Returns the names that conditions bind, and whether each is mutable.
    static func bindings(
        in conditions: ConditionElementListSyntax
    ) -> [(name: TokenSyntax, isVariable: Bool)] {
        conditions.flatMap(bindings(in:))
    }

    /// Returns the names that a condition binds, and whether each is mutable.
    static func bindings(
        in condition: ConditionElementSyntax
    ) -> [(name: TokenSyntax, isVariable: Bool)] {
        switch condition.condition {
        case .optionalBinding(let binding):
            let isVariable = binding.bindingSpecifier.tokenKind == .keyword(.var)
            return names(in: binding.pattern).map { ($0, isVariable) }
        case .matchingPattern(let matching):
            let finder = Finder(viewMode: .sourceAccurate)
            finder.walk(matching.pattern)
            return zip(finder.names, finder.areVariables).map { ($0, $1) }
        default: return []
        }
    }

    /// A visitor that collects the identifiers of patterns.
    private final class Finder: SyntaxVisitor {
        /// The names found so far.
        var names: [TokenSyntax] = []

        /// Indicates for each name whether it is mutable.
        var areVariables: [Bool] = []

        /// The number of enclosing patterns with `var`.
        private var variableDepth = 0

        override func visit(_ node: ValueBindingPatternSyntax) -> SyntaxVisitorContinueKind {
            if node.bindingSpecifier.tokenKind == .keyword(.var) { variableDepth += 1 }
            return .visitChildren
        }

        override func visitPost(_ node: ValueBindingPatternSyntax) {
            if node.bindingSpecifier.tokenKind == .keyword(.var) { variableDepth -= 1 }
        }

        override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
            if case .identifier = node.identifier.tokenKind {
                names.append(node.identifier)
                areVariables.append(variableDepth > 0)
            }
            return .skipChildren
        }
    }
}
