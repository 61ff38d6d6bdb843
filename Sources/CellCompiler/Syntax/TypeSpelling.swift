internal import SwiftSyntax

/// Functions that spell types in one way: functions that a file could not declare beside each other
/// have parameters of the same spelling, unless it uses aliases.
enum TypeSpelling {
    /// Returns the spelling of a type: with the sugar of arrays, dictionaries and optionals, without
    /// the library's module, and without what does not distinguish functions.
    static func canonical(_ type: some SyntaxProtocol) -> String {
        switch Syntax(type).as(TypeSyntax.self)?.as(TypeSyntaxEnum.self) {
        case .identifierType(let type):
            sugared(type.name.identifierText, arguments(type.genericArgumentClause))
        case .memberType(let type):
            if isLibrary(type.baseType) {
                sugared(type.name.identifierText, arguments(type.genericArgumentClause))
            } else {
                canonical(type.baseType) + "."
                    + plain(type.name.identifierText, arguments(type.genericArgumentClause))
            }
        case .arrayType(let type): "[\(canonical(type.element))]"
        case .dictionaryType(let type): "[\(canonical(type.key)):\(canonical(type.value))]"
        case .optionalType(let type): canonical(type.wrappedType) + "?"
        case .implicitlyUnwrappedOptionalType(let type): canonical(type.wrappedType) + "?"
        case .tupleType(let type): tuple(type.elements)
        case .functionType(let type):
            "(" + type.parameters.map(element).joined(separator: ",") + ")"
                + (type.effectSpecifiers?.compactText ?? "") + "->"
                + canonical(type.returnClause.type)
        case .attributedType(let type): attributed(type)
        case .metatypeType(let type):
            canonical(type.baseType) + "." + type.metatypeSpecifier.text
        case .someOrAnyType(let type):
            (type.someOrAnySpecifier.tokenKind == .keyword(.some) ? "some " : "")
                + canonical(type.constraint)
        case .compositionType(let type):
            type.elements.map { canonical($0.type) }.sorted().joined(separator: "&")
        default: type.compactText
        }
    }

    /// Returns the name of the type that an extension extends, without generic arguments.
    static func extendedName(_ type: TypeSyntax) -> String {
        switch type.as(TypeSyntaxEnum.self) {
        case .arrayType: "Array"
        case .dictionaryType: "Dictionary"
        case .optionalType: "Optional"
        case .identifierType(let type): type.name.identifierText
        case .memberType(let type) where isLibrary(type.baseType): type.name.identifierText
        case .memberType(let type): extendedName(type.baseType) + "." + type.name.identifierText
        default: type.compactText
        }
    }

    /// Returns the constraints of an extension by its generic arguments and requirements.
    static func constraints(
        of type: TypeSyntax, _ clause: GenericWhereClauseSyntax?
    ) -> [String] {
        let values: [String] =
            switch type.as(TypeSyntaxEnum.self) {
            case .arrayType(let type): [canonical(type.element)]
            case .dictionaryType(let type): [canonical(type.key), canonical(type.value)]
            case .optionalType(let type): [canonical(type.wrappedType)]
            case .identifierType(let type): arguments(type.genericArgumentClause)
            case .memberType(let type): arguments(type.genericArgumentClause)
            default: []
            }
        let names = parameters[extendedName(type)] ?? values.indices.map(String.init)
        return zip(names, values).map { "\($0)==\($1)" } + constraints(of: clause)
    }

    /// Returns the requirements of a clause.
    static func constraints(of clause: GenericWhereClauseSyntax?) -> [String] {
        (clause?.requirements ?? []).map { item in
            switch item.requirement {
            case .sameTypeRequirement(let same):
                canonical(same.leftType) + "==" + canonical(same.rightType)
            case .conformanceRequirement(let conformance):
                canonical(conformance.leftType) + ":" + canonical(conformance.rightType)
            default: item.requirement.compactText
            }
        }
    }

    // MARK: Parts

    /// The names of the generic parameters of the library's types that extensions constrain most.
    private static let parameters = [
        "Array": ["Element"], "Set": ["Element"], "Optional": ["Wrapped"],
        "Dictionary": ["Key", "Value"],
    ]

    /// Returns whether a type is the name of the library's module.
    private static func isLibrary(_ type: TypeSyntax) -> Bool { type.compactText == "Swift" }

    /// Returns the spellings of generic arguments.
    private static func arguments(_ clause: GenericArgumentClauseSyntax?) -> [String] {
        (clause?.arguments ?? []).map { canonical($0.argument) }
    }

    /// Returns the spelling of a type with generic arguments.
    private static func plain(_ name: String, _ arguments: [String]) -> String {
        arguments.isEmpty ? name : "\(name)<\(arguments.joined(separator: ","))>"
    }

    /// Returns the spelling of a type of the library, or of one in the scope.
    private static func sugared(_ name: String, _ arguments: [String]) -> String {
        switch (name, arguments.count) {
        case ("Array", 1): "[\(arguments[0])]"
        case ("Dictionary", 2): "[\(arguments[0]):\(arguments[1])]"
        case ("Optional", 1): arguments[0] + "?"
        case ("Void", 0): "()"
        default: plain(name, arguments)
        }
    }

    /// Returns the spelling of a tuple, or of a type in parentheses.
    private static func tuple(_ elements: TupleTypeElementListSyntax) -> String {
        if elements.count == 1, let only = elements.first, only.firstName == nil {
            let inner = canonical(only.type)
            return only.type.is(FunctionTypeSyntax.self) ? "(\(inner))" : inner
        }
        return "(" + elements.map(element).joined(separator: ",") + ")"
    }

    /// Returns the spelling of an element of a tuple or a parameter of a function type.
    private static func element(_ element: TupleTypeElementSyntax) -> String {
        let label = element.firstName.map { $0.text == "_" ? "" : "\($0.text):" } ?? ""
        return label + canonical(element.type) + (element.ellipsis?.text ?? "")
    }

    /// Returns the spelling of a type with specifiers and attributes: `inout` and `@autoclosure`
    /// distinguish functions, ownership and sendability do not.
    private static func attributed(_ type: AttributedTypeSyntax) -> String {
        let texts =
            type.specifiers.map(\.trimmedDescription) + type.attributes.map(\.trimmedDescription)
        let kept = texts.filter { $0 == "inout" || $0.hasPrefix("@") && !ignored.contains($0) }
        return kept.map { "\($0) " }.joined() + canonical(type.baseType)
    }

    /// The attributes that do not distinguish functions.
    private static let ignored: Set = ["@escaping", "@Sendable"]
}
