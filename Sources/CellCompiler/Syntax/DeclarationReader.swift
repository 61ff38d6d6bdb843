internal import CellProtocol
internal import SwiftSyntax

/// A reader that describes the declarations at the top level of a cell.
struct DeclarationReader {
    /// The positions of lines.
    let lines: LineTable

    /// Returns the declarations of a syntax node: several if it declares several variables.
    func declarations(of syntax: DeclSyntax) -> [Declaration] {
        switch syntax.as(DeclSyntaxEnum.self) {
        case .variableDecl(let variable): return variables(of: variable)
        case .functionDecl(let function): return [self.function(function)]
        case .extensionDecl(let syntax): return [self.extension(syntax)]
        default: break
        }
        if let type = syntax.asProtocol((any DeclGroupSyntax).self),
            let named = type as? any NamedDeclSyntax
        {
            return [self.type(type, named)]
        }
        return other(syntax).map { [$0] } ?? []
    }

    /// Returns the variables that a `guard` at the top level declares.
    func declarations(of statement: GuardStmtSyntax) -> [Declaration] {
        BoundNames.bindings(in: statement.conditions).map { name, isVariable in
            declaration(isVariable ? .var : .let, name: name, in: statement)
        }
    }

    /// Returns the offsets of the `let` and `var` keywords of variables that become globals.
    func variableKeywords(of syntax: DeclSyntax) -> [Int] {
        guard let variable = syntax.as(VariableDeclSyntax.self), !variable.isAsyncLet else {
            return []
        }
        return [variable.bindingSpecifier.startOffset]
    }

    // MARK: Kinds

    /// Describes the variables of a declaration.
    private func variables(of syntax: VariableDeclSyntax) -> [Declaration] {
        let kind = Self.kind(ofKeyword: syntax.bindingSpecifier)
        return syntax.bindings.flatMap { binding in
            BoundNames.names(in: binding.pattern).map { name in
                var result = declaration(kind, name: name, in: syntax)
                result.isPrivate = syntax.modifiers.arePrivate
                result.ownsMemory = syntax.isPlain && binding.mayOwnMemory
                return result
            }
        }
    }

    /// Describes a function.
    private func function(_ syntax: FunctionDeclSyntax) -> Declaration {
        var result = declaration(.function, name: syntax.name, in: syntax)
        result.isPrivate = syntax.modifiers.arePrivate
        result.signature = Self.signature(of: syntax)
        result.hasDiscardableResult = syntax.attributes.contains { attribute in
            attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription
                == "discardableResult"
        }
        return result
    }

    /// Describes a type.
    private func type(
        _ syntax: any DeclGroupSyntax, _ named: any NamedDeclSyntax
    ) -> Declaration {
        let kind: Declaration.Kind =
            switch syntax.kind {
            case .structDecl: .structure
            case .enumDecl: .enumeration
            case .protocolDecl: .protocol
            default: .class
            }
        var result = declaration(kind, name: named.name, in: syntax)
        result.isPrivate = syntax.modifiers.arePrivate
        result.inheritedTypes = Self.inheritedTypes(syntax.inheritanceClause)
        result.declaresOperators = OperatorFinder.findsOperators(in: syntax)
        result.isNoncopyableGeneric =
            syntax.asProtocol((any WithGenericParametersSyntax).self)?.genericParameterClause != nil
            && result.inheritedTypes.contains { $0.text == "~Copyable" }
        if kind != .protocol { result.members = Self.members(of: syntax, constraints: []) }
        return result
    }

    /// Describes an extension.
    private func `extension`(_ syntax: ExtensionDeclSyntax) -> Declaration {
        var result = Declaration(
            kind: .extension, name: TypeSpelling.extendedName(syntax.extendedType),
            line: lines.line(ofOffset: syntax.extendedType.startOffset),
            offset: syntax.startOffset, length: syntax.endOffset - syntax.startOffset)
        result.isPrivate = syntax.modifiers.arePrivate
        result.inheritedTypes = Self.inheritedTypes(syntax.inheritanceClause)
        result.members = Self.members(
            of: syntax,
            constraints: TypeSpelling.constraints(
                of: syntax.extendedType, syntax.genericWhereClause))
        result.declaresOperators = OperatorFinder.findsOperators(in: syntax)
        return result
    }

    /// Describes a declaration of a rarer kind.
    private func other(_ syntax: DeclSyntax) -> Declaration? {
        switch syntax.as(DeclSyntaxEnum.self) {
        case .typeAliasDecl(let alias):
            var result = declaration(.typeAlias, name: alias.name, in: alias)
            result.isPrivate = alias.modifiers.arePrivate
            if alias.genericParameterClause == nil {
                result.text = TypeSpelling.canonical(alias.initializer.value)
            }
            return result
        case .operatorDecl(let operation):
            var result = declaration(.operator, name: operation.name, in: operation)
            result.text = operation.textOnOneLine
            return result
        case .precedenceGroupDecl(let group):
            var result = declaration(.precedenceGroup, name: group.name, in: group)
            result.text = group.textOnOneLine
            return result
        case .macroDecl(let macro):
            return declaration(.macro, name: macro.name, in: macro)
        default:
            return nil
        }
    }

    // MARK: Parts

    /// Creates the description of a named declaration.
    private func declaration(
        _ kind: Declaration.Kind, name: TokenSyntax, in syntax: some SyntaxProtocol
    ) -> Declaration {
        Declaration(
            kind: kind, name: name.identifierText,
            line: lines.line(ofOffset: name.startOffset), offset: syntax.startOffset,
            length: syntax.endOffset - syntax.startOffset)
    }

    /// Returns the kind of declaration for a pattern's keyword.
    private static func kind(ofKeyword keyword: TokenSyntax) -> Declaration.Kind {
        keyword.tokenKind == .keyword(.let) ? .let : .var
    }

    /// Describes the members of a type or an extension.
    private static func members(
        of syntax: some DeclGroupSyntax, constraints: [String]
    ) -> [Declaration.Member] {
        syntax.memberBlock.members.flatMap { members(of: $0.decl, constraints: constraints) }
    }

    /// Describes the members that a declaration in a type adds.
    private static func members(
        of syntax: DeclSyntax, constraints: [String]
    ) -> [Declaration.Member] {
        guard let modifiers = syntax.asProtocol((any WithModifiersSyntax).self)?.modifiers,
            let attributes = syntax.asProtocol((any WithAttributesSyntax).self)?.attributes
        else { return [] }
        let own = TypeSpelling.constraints(
            of: syntax.asProtocol((any WithGenericParametersSyntax).self)?.genericWhereClause)
        return namesAndSignatures(of: syntax).map { name, signature in
            Declaration.Member(
                name: name, signature: signature, isStatic: modifiers.areStatic,
                isType: syntax.isTypeDeclaration, constraints: (constraints + own).sorted(),
                offset: syntax.startOffset,
                modifiersOffset: attributes.isEmpty
                    ? syntax.startOffset : attributes.endPosition.utf8Offset,
                hasAccessModifier: modifiers.haveAccess)
        }
    }

    /// Returns the names that a member declares, with the signatures that distinguish overloads.
    private static func namesAndSignatures(
        of syntax: DeclSyntax
    ) -> [(String, Declaration.FunctionSignature?)] {
        switch syntax.as(DeclSyntaxEnum.self) {
        case .functionDecl(let function):
            return [(function.name.identifierText, signature(of: function))]
        case .variableDecl(let variable):
            return variable.bindings.flatMap { BoundNames.names(in: $0.pattern) }
                .map { ($0.identifierText, nil) }
        case .initializerDecl(let initializer):
            let signature = Self.signature(
                initializer.signature.parameterClause,
                isGeneric: initializer.genericParameterClause != nil)
            return [("init", signature)]
        case .subscriptDecl(let declaration):
            let signature = Self.signature(
                declaration.parameterClause, isGeneric: declaration.genericParameterClause != nil)
            return [("subscript", signature)]
        default:
            guard let named = syntax.asProtocol((any NamedDeclSyntax).self) else { return [] }
            return [(named.name.identifierText, nil)]
        }
    }

    /// Returns the signature of a function.
    private static func signature(
        of syntax: FunctionDeclSyntax
    ) -> Declaration.FunctionSignature {
        var result = signature(
            syntax.signature.parameterClause, isGeneric: syntax.genericParameterClause != nil)
        result.fixity =
            syntax.modifiers.map(\.name.text).first { $0 == "prefix" || $0 == "postfix" } ?? ""
        return result
    }

    /// Returns the signature that distinguishes a function from its overloads.
    private static func signature(
        _ clause: FunctionParameterClauseSyntax, isGeneric: Bool
    ) -> Declaration.FunctionSignature {
        let types = clause.parameters.map { parameter in
            TypeSpelling.canonical(parameter.type) + (parameter.ellipsis?.text ?? "")
        }
        return Declaration.FunctionSignature(
            labels: clause.parameters.map(\.firstName.identifierText), parameterTypes: types,
            isGeneric: isGeneric
                || clause.parameters.contains { parameter in
                    parameter.type.tokens(viewMode: .sourceAccurate).contains { token in
                        token.tokenKind == .keyword(.some)
                    }
                })
    }

    /// Returns the types in an inheritance clause.
    private static func inheritedTypes(_ clause: InheritanceClauseSyntax?) -> [Declaration.Piece] {
        (clause?.inheritedTypes ?? []).map { inherited in
            Declaration.Piece(
                text: TypeSpelling.canonical(inherited.type), offset: inherited.type.startOffset,
                length: inherited.type.endOffset - inherited.type.startOffset)
        }
    }
}

extension DeclModifierListSyntax {
    /// Indicates whether a declaration with these modifiers is visible only in its file.
    var arePrivate: Bool {
        contains { modifier in
            guard modifier.detail == nil else { return false }
            let kind = modifier.name.tokenKind
            return kind == .keyword(.private) || kind == .keyword(.fileprivate)
        }
    }

    /// Indicates whether the modifiers contain an access level.
    var haveAccess: Bool {
        let words: [Keyword] = [.private, .fileprivate, .internal, .package, .public, .open]
        return contains { modifier in
            words.contains { modifier.name.tokenKind == .keyword($0) } && modifier.detail == nil
        }
    }

    /// Indicates whether a member with these modifiers belongs to the type rather than to its
    /// values.
    var areStatic: Bool {
        contains { modifier in
            let kind = modifier.name.tokenKind
            return kind == .keyword(.static) || kind == .keyword(.class)
        }
    }
}

extension VariableDeclSyntax {
    /// Indicates whether this is an `async let`, which is not a variable of the module.
    var isAsyncLet: Bool { modifiers.contains { $0.name.tokenKind == .keyword(.async) } }
}

extension DeclSyntax {
    /// Indicates whether the declaration introduces a type or an alias.
    fileprivate var isTypeDeclaration: Bool {
        self.is(TypeAliasDeclSyntax.self) || asProtocol((any DeclGroupSyntax).self) != nil
    }
}

extension SyntaxProtocol {
    /// The node's text on one line, without comments.
    fileprivate var textOnOneLine: String {
        tokens(viewMode: .sourceAccurate).map(\.text).joined(separator: " ")
    }
}

/// A visitor that looks for functions whose name is an operator.
private final class OperatorFinder: SyntaxVisitor {
    /// Indicates whether one has been found.
    private var hasFound = false

    /// Returns whether a type or extension declares an operator at any depth.
    static func findsOperators(in syntax: some SyntaxProtocol) -> Bool {
        let finder = OperatorFinder(viewMode: .sourceAccurate)
        finder.walk(syntax)
        return finder.hasFound
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        if node.name.isOperator { hasFound = true }
        return .skipChildren
    }

    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

extension VariableDeclSyntax {
    /// Indicates whether there are no attributes and modifiers, such as `weak`.
    fileprivate var isPlain: Bool { attributes.isEmpty && modifiers.isEmpty }
}

extension PatternBindingSyntax {
    /// Indicates whether the binding stores an initial value that may need memory of its own.
    fileprivate var mayOwnMemory: Bool {
        guard accessorBlock == nil, let value = initializer?.value else { return false }
        switch value.kind {
        case .integerLiteralExpr, .floatLiteralExpr, .booleanLiteralExpr: return false
        default: return true
        }
    }
}
