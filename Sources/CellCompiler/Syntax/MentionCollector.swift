internal import CellProtocol
internal import SwiftSyntax

/// A visitor that collects the names that a cell mentions without binding them in the same scope.
///
/// A superfluous name costs an unneeded import; a missing name causes an error that the user does
/// not understand. So a name counts as bound only if it certainly is.
final class MentionCollector: SyntaxVisitor {
    /// A mention of a name.
    private struct Mention {
        let name: String
        let offset: Int
        /// Indicates whether the mention is in code that runs when called, not when the cell runs.
        let isDeferred: Bool
    }

    /// The mentions found so far, in order.
    private var mentions: [Mention] = []

    /// The names mentioned in code that runs later, or where an address may be kept.
    private(set) var capturedNames: Set<String> = []

    /// Indicates whether a parameter is an `@autoclosure`.
    private(set) var hasAutoclosures = false

    /// The names mentioned after a dot.
    private(set) var memberNames: Set<String> = []

    /// The operators used.
    private(set) var operators: Set<String> = []

    /// The mentions of variables before they have a value.
    private(set) var earlyMentions: [CellAnalysis.EarlyMention] = []

    /// The places at which values are mentioned that earlier cells ended in.
    private(set) var resultMentions: [CellAnalysis.ResultMention] = []

    /// The names that a `guard` at the top level binds.
    private(set) var guardBindings: [CellAnalysis.GuardBinding] = []

    /// The indices of the bindings of the `guard` being visited, to which its later conditions can
    /// refer.
    private var openGuardBindings: Range<Int> = 0..<0

    /// The cell's own variables at the top level.
    private let topLevelVariables: [String: Declaration]

    /// The names bound by each enclosing scope, from the outermost.
    private var scopes: [Set<String>] = []

    /// The number of enclosing functions and types.
    private var functionDepth = 0

    /// The number of enclosing closures.
    private var closureDepth = 0

    /// The number of enclosing expressions and statements that may keep or defer what they mention.
    private var captureDepth = 0

    /// The variables with an explicit type whose initial value, a closure, is being visited.
    private var typedBindings: Set<String> = []

    /// The top-level variables whose bindings have been visited: later bindings of the same
    /// declaration can use them.
    private var initialized: Set<String> = []

    /// Creates a collector for a cell with the given top-level variables.
    init(topLevelVariables: [String: Declaration]) {
        self.topLevelVariables = topLevelVariables
        super.init(viewMode: .sourceAccurate)
    }

    /// The names mentioned.
    var names: Set<String> { Set(mentions.map(\.name)) }

    /// Returns the names that a declaration goes on using: a type its superclass, an alias its type,
    /// and a variable what is mentioned in its accessors or in closures.
    func uses(in declaration: Declaration) -> Set<String> {
        let range = declaration.offset..<(declaration.offset + declaration.length)
        let usesAll = !declaration.kind.isVariable
        let own = mentions.lazy.filter { range.contains($0.offset) && ($0.isDeferred || usesAll) }
        return Set(own.map(\.name))
    }

    // MARK: Mentions

    /// Records a mention of a name.
    private func mention(_ token: TokenSyntax) {
        guard token.isName else { return }
        let name = token.identifierText
        guard !scopes.contains(where: { $0.contains(name) }) else { return }
        if noteMentionInGuard(of: name, at: token.startOffset) { return }
        let isDeferred = functionDepth > 0 || closureDepth > 0
        mentions.append(Mention(name: name, offset: token.startOffset, isDeferred: isDeferred))
        if isDeferred || captureDepth > 0 { capturedNames.insert(name) }
        noteEarlyMention(of: name, at: token.startOffset)
    }

    /// Records a mention of one of the cell's own variables before it has a value.
    private func noteEarlyMention(of name: String, at offset: Int) {
        guard functionDepth == 0, let variable = topLevelVariables[name],
            offset < variable.offset + variable.length, !initialized.contains(name)
        else { return }
        // A closure with an explicit type may call itself.
        if closureDepth > 0, typedBindings.contains(name) { return }
        earlyMentions.append(
            CellAnalysis.EarlyMention(name: name, offset: offset, isInClosure: closureDepth > 0))
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        if node.isMember {
            memberNames.insert(node.baseName.identifierText)
        } else if node.baseName.isOperator {
            operators.insert(node.baseName.text)
        } else {
            mention(node.baseName)
            noteResult(of: nil, named: "Out1", node.baseName, in: node)
        }
        return .visitChildren
    }

    override func visit(_ node: SubscriptCallExprSyntax) -> SyntaxVisitorContinueKind {
        if let name = node.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName,
            node.arguments.count == 1, let argument = node.arguments.first, argument.label == nil,
            let literal = argument.expression.as(IntegerLiteralExprSyntax.self),
            let cell = Int(literal.literal.text)
        {
            noteResult(of: cell, named: "Out", name, in: node)
        }
        return .visitChildren
    }

    /// Notes a mention of the value that a cell ended in, where its name is not bound here.
    private func noteResult(
        of cell: Int?, named expected: String, _ name: TokenSyntax, in node: some SyntaxProtocol
    ) {
        guard name.text == expected, !scopes.contains(where: { $0.contains(expected) }) else {
            return
        }
        resultMentions.append(
            CellAnalysis.ResultMention(
                cell: cell, name: expected, offset: node.startOffset,
                length: node.endOffset - node.startOffset))
    }

    override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
        mention(node.name)
        return .visitChildren
    }

    override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind {
        memberNames.insert(node.name.identifierText)
        return .visitChildren
    }

    override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
        mention(node.macroName)
        captureDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: MacroExpansionExprSyntax) { captureDepth -= 1 }

    override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
        captureDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: InOutExprSyntax) { captureDepth -= 1 }

    override func visit(_ node: DeferStmtSyntax) -> SyntaxVisitorContinueKind {
        captureDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: DeferStmtSyntax) { captureDepth -= 1 }

    override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind {
        if node.attributeName.trimmedDescription == "autoclosure" { hasAutoclosures = true }
        return .visitChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        if node.isAsyncLet { captureDepth += 1 }
        return .visitChildren
    }

    override func visit(_ node: MacroExpansionDeclSyntax) -> SyntaxVisitorContinueKind {
        mention(node.macroName)
        return .visitChildren
    }

    override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
        if node.initializer == nil { mention(node.name) }
        return .visitChildren
    }

    override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
        if node.initializer == nil { BoundNames.names(in: node.pattern).forEach(mention) }
        return .visitChildren
    }

    override func visit(_ node: BinaryOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        operators.insert(node.operator.text)
        return .skipChildren
    }

    override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        operators.insert(node.operator.text)
        return .visitChildren
    }

    override func visit(_ node: PostfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        operators.insert(node.operator.text)
        return .visitChildren
    }

    override func visit(_ node: OperatorDeclSyntax) -> SyntaxVisitorContinueKind {
        node.operatorPrecedenceAndTypes.map { mention($0.precedenceGroup) }
        return .skipChildren
    }

    override func visit(_ node: PrecedenceGroupNameSyntax) -> SyntaxVisitorContinueKind {
        mention(node.name)
        return .skipChildren
    }

    // MARK: Scopes

    /// Visits nodes in a scope that binds some names.
    private func walk(_ nodes: [Syntax?], binding names: [TokenSyntax]) {
        scopes.append(Set(names.map(\.identifierText)))
        for node in nodes { node.map(walk) }
        scopes.removeLast()
    }

    override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
        guard !(node.parent?.is(SourceFileSyntax.self) ?? true) else { return .visitChildren }
        // Functions and types are visible in their whole block, variables after their declaration.
        let hoisted = node.compactMap { item -> String? in
            guard case .decl(let declaration) = item.item else { return nil }
            return declaration.asProtocol((any NamedDeclSyntax).self)?.name.identifierText
        }
        scopes.append(Set(hoisted))
        return .visitChildren
    }

    override func visitPost(_ node: CodeBlockItemListSyntax) {
        guard !(node.parent?.is(SourceFileSyntax.self) ?? true) else { return }
        scopes.removeLast()
    }

    override func visitPost(_ node: VariableDeclSyntax) {
        if node.isAsyncLet { captureDepth -= 1 }
        bindFromHereOn(node.bindings.flatMap { BoundNames.names(in: $0.pattern) })
    }

    override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
        guard node.parent?.parent?.parent?.is(SourceFileSyntax.self) ?? false else {
            return .visitChildren
        }
        visitGuardAtTopLevel(node)
        return .skipChildren
    }

    override func visitPost(_ node: GuardStmtSyntax) {
        bindFromHereOn(BoundNames.names(in: node.conditions))
    }

    /// Visits a `guard` whose names become variables of the module: later conditions can refer to
    /// names bound by earlier ones, which then have the new value.
    private func visitGuardAtTopLevel(_ node: GuardStmtSyntax) {
        let first = guardBindings.count
        for condition in node.conditions {
            openGuardBindings = first..<guardBindings.count
            walk(condition)
            let bindings = BoundNames.bindings(in: condition)
            guard !bindings.isEmpty else { continue }
            let isShorthand =
                condition.condition.as(OptionalBindingConditionSyntax.self)
                .map { $0.initializer == nil } ?? false
            guardBindings += bindings.map { name, isVariable in
                CellAnalysis.GuardBinding(
                    name: name.identifierText, isVariable: isVariable, offset: name.startOffset,
                    isShorthand: isShorthand, mentions: [], end: node.endOffset)
            }
        }
        openGuardBindings = 0..<0
        walk(node.body)
    }

    /// Records a mention of a name bound by an earlier condition of the same `guard`; returns false
    /// if there is no such name.
    private func noteMentionInGuard(of name: String, at offset: Int) -> Bool {
        guard let index = openGuardBindings.last(where: { guardBindings[$0].name == name }) else {
            return false
        }
        guardBindings[index].mentions.append(offset)
        return true
    }

    /// Binds names in the rest of the enclosing scope; at the top level they belong to the module.
    private func bindFromHereOn(_ names: [TokenSyntax]) {
        guard let scope = scopes.indices.last else { return }
        scopes[scope].formUnion(names.map(\.identifierText))
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        closureDepth += 1
        node.signature.map { walk(Syntax($0)) }
        walk([Syntax(node.statements)], binding: BoundNames.names(in: node.signature))
        closureDepth -= 1
        return .skipChildren
    }

    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
        walk(node.conditions)
        walk([Syntax(node.body)], binding: BoundNames.names(in: node.conditions))
        switch node.elseBody {
        case .codeBlock(let block): walk(block)
        case .ifExpr(let next): walk(next)
        default: break
        }
        return .skipChildren
    }

    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
        walk(node.conditions)
        walk([Syntax(node.body)], binding: BoundNames.names(in: node.conditions))
        return .skipChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        walk(node.sequence)
        node.typeAnnotation.map { walk(Syntax($0)) }
        walk(
            [Syntax(node.pattern), node.whereClause.map(Syntax.init), Syntax(node.body)],
            binding: BoundNames.names(in: node.pattern))
        return .skipChildren
    }

    override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind {
        walk(
            [Syntax(node.label), Syntax(node.statements)],
            binding: BoundNames.names(in: Syntax(node.label)))
        return .skipChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        // The implementation of an operator needs its declaration.
        if node.name.isOperator { operators.insert(node.name.text) }
        return visitFunction(
            node, parameters: node.signature.parameterClause,
            generics: node.genericParameterClause)
    }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        visitFunction(
            node, parameters: node.signature.parameterClause,
            generics: node.genericParameterClause)
    }

    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
        visitFunction(
            node, parameters: node.parameterClause, generics: node.genericParameterClause)
    }

    /// Visits a function: default values see the outer scope, everything else also the parameters.
    private func visitFunction(
        _ node: some SyntaxProtocol, parameters: FunctionParameterClauseSyntax,
        generics: GenericParameterClauseSyntax?
    ) -> SyntaxVisitorContinueKind {
        functionDepth += 1
        for parameter in parameters.parameters { parameter.defaultValue.map { walk(Syntax($0)) } }
        let names = parameters.parameters.map { $0.secondName ?? $0.firstName }
        let types = generics?.parameters.map(\.name) ?? []
        walk(node.children(viewMode: .sourceAccurate).map { $0 }, binding: names + types)
        functionDepth -= 1
        return .skipChildren
    }

    override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind {
        functionDepth += 1
        var names = Set<String>()
        for member in node.members {
            if let variable = member.decl.as(VariableDeclSyntax.self) {
                names.formUnion(
                    variable.bindings.flatMap { BoundNames.names(in: $0.pattern) }
                        .map(\.identifierText))
            } else if let cases = member.decl.as(EnumCaseDeclSyntax.self) {
                names.formUnion(cases.elements.map(\.name.identifierText))
            } else if let named = member.decl.asProtocol((any NamedDeclSyntax).self) {
                names.insert(named.name.identifierText)
            }
        }
        scopes.append(names)
        return .visitChildren
    }

    override func visitPost(_ node: MemberBlockSyntax) {
        scopes.removeLast()
        functionDepth -= 1
    }

    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind {
        functionDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: AccessorBlockSyntax) { functionDepth -= 1 }

    override func visit(_ node: PatternBindingSyntax) -> SyntaxVisitorContinueKind {
        if node.typeAnnotation != nil, node.initializer?.value.is(ClosureExprSyntax.self) == true {
            typedBindings.formUnion(BoundNames.names(in: node.pattern).map(\.identifierText))
        }
        return .visitChildren
    }

    override func visitPost(_ node: PatternBindingSyntax) {
        let names = BoundNames.names(in: node.pattern).map(\.identifierText)
        typedBindings.subtract(names)
        guard functionDepth == 0, closureDepth == 0 else { return }
        initialized.formUnion(names.filter { topLevelVariables[$0].map(contains(node)) ?? false })
    }

    /// Returns a function that tells whether a declaration contains a binding.
    private func contains(_ binding: PatternBindingSyntax) -> (Declaration) -> Bool {
        { ($0.offset..<($0.offset + $0.length)).contains(binding.startOffset) }
    }
}

extension DeclReferenceExprSyntax {
    /// Indicates whether the name follows a dot or is in a key path.
    fileprivate var isMember: Bool {
        if let access = parent?.as(MemberAccessExprSyntax.self) { return access.declName.id == id }
        return parent?.is(KeyPathPropertyComponentSyntax.self) ?? false
    }
}

extension TokenSyntax {
    /// Indicates whether the token is an operator.
    var isOperator: Bool {
        switch tokenKind {
        case .binaryOperator, .prefixOperator, .postfixOperator: true
        default: false
        }
    }
}
