internal import SwiftSyntax

/// A visitor that finds the features that decide how a cell is compiled.
final class FeatureFinder: SyntaxVisitor {
    /// Indicates whether code at the top level uses `await`.
    private(set) var awaitsAtTopLevel = false

    /// Indicates whether there are loops or functions, which are worth optimizing.
    private(set) var hasLoopsOrFunctions = false

    /// Indicates whether there are variables that outlive the cell: global, or static in a type.
    private(set) var storesState = false

    /// Indicates whether a class inherits from another.
    private(set) var declaresSubclass = false

    /// The offsets of `#column`, except as a default argument.
    private(set) var columns: [Int] = []

    /// The number of enclosing functions, closures and types.
    private var depth = 0

    // MARK: Effects

    override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
        if depth == 0 { awaitsAtTopLevel = true }
        return .visitChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        if node.isAsyncLet, depth == 0 { awaitsAtTopLevel = true }
        let outlives = node.isGlobal || node.modifiers.areStatic
        if outlives, node.bindings.contains(where: { !$0.isComputed }) { storesState = true }
        return .visitChildren
    }

    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
        if node.inheritanceClause != nil { declaresSubclass = true }
        return .visitChildren
    }

    override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
        let isDefault = node.parent?.parent?.is(FunctionParameterSyntax.self) ?? false
        if node.macroName.text == "column", !isDefault { columns.append(node.startOffset) }
        return .visitChildren
    }

    // MARK: Loops

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.awaitKeyword != nil, depth == 0 { awaitsAtTopLevel = true }
        hasLoopsOrFunctions = true
        return .visitChildren
    }

    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
        hasLoopsOrFunctions = true
        return .visitChildren
    }

    override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind {
        hasLoopsOrFunctions = true
        return .visitChildren
    }

    // MARK: Nesting

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        enterFunction(hasBody: node.body != nil)
    }
    override func visitPost(_ node: FunctionDeclSyntax) { depth -= 1 }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        enterFunction(hasBody: node.body != nil)
    }
    override func visitPost(_ node: InitializerDeclSyntax) { depth -= 1 }

    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind {
        enterFunction(hasBody: !node.isRequirement)
    }
    override func visitPost(_ node: AccessorBlockSyntax) { depth -= 1 }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        // A closure of one expression is rarely worth the time of optimization.
        enterFunction(hasBody: node.statements.count > 1)
    }
    override func visitPost(_ node: ClosureExprSyntax) { depth -= 1 }

    override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind {
        depth += 1
        return .visitChildren
    }
    override func visitPost(_ node: MemberBlockSyntax) { depth -= 1 }

    /// Enters a body that runs when it is called.
    private func enterFunction(hasBody: Bool) -> SyntaxVisitorContinueKind {
        depth += 1
        if hasBody { hasLoopsOrFunctions = true }
        return .visitChildren
    }
}

extension VariableDeclSyntax {
    /// Indicates whether the node is at the top level of the file, and not in a block there.
    fileprivate var isGlobal: Bool {
        parent?.parent?.parent?.is(SourceFileSyntax.self) ?? false
    }
}

extension PatternBindingSyntax {
    /// Indicates whether the variable has a getter instead of a stored value.
    var isComputed: Bool {
        switch accessorBlock?.accessors {
        case .getter: true
        case .accessors(let accessors):
            accessors.contains { accessor in
                let kind = accessor.accessorSpecifier.tokenKind
                return kind != .keyword(.willSet) && kind != .keyword(.didSet)
            }
        default: false
        }
    }
}

extension AccessorBlockSyntax {
    /// Indicates whether the accessors are a protocol requirement.
    fileprivate var isRequirement: Bool {
        guard case .accessors(let accessors) = accessors else { return false }
        return accessors.allSatisfy { $0.body == nil }
    }
}
