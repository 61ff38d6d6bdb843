internal import CellProtocol

/// The rules by which a declaration replaces an earlier one.
struct Replacement {
    /// The types that aliases stand for, by name.
    private let aliases: [String: String]

    /// Indicates whether functions that differ in their parameter types are overloads.
    ///
    /// They are in notebooks, where editing a function and running its cell again retires the
    /// earlier one by the cell's identity. If cells have no identity, the labels alone decide: a
    /// function that is declared again is meant as a better version.
    private let distinguishesTypes: Bool

    /// Creates rules for declarations that mention aliases.
    init(aliases declarations: some Sequence<Declaration>, distinguishesTypes: Bool) {
        let aliases = declarations.filter { $0.kind == .typeAlias && !$0.text.isEmpty }
        self.aliases = Dictionary(
            aliases.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
        self.distinguishesTypes = distinguishesTypes
    }

    /// Returns whether a new declaration replaces an old one, rather than being an overload.
    func replaces(_ new: Declaration, _ old: Declaration) -> Bool {
        guard new.name == old.name, old.kind != .extension else { return false }
        switch (new.kind, old.kind) {
        case (.operator, .operator):
            // Such as a prefix and an infix operator of the same name.
            return new.text.prefix { $0 != " " } == old.text.prefix { $0 != " " }
        case (.precedenceGroup, .precedenceGroup), (.macro, .macro):
            return true
        case (.operator, _), (_, .operator), (.precedenceGroup, _), (_, .precedenceGroup):
            return false
        case (.function, .function):
            return replaces(
                new.signature, old.signature, isOperator: new.name.isOperator,
                distinguishesTypes: distinguishesTypes)
        default:
            return true
        }
    }

    /// Returns whether a member replaces an earlier one of the same type.
    ///
    /// - Parameter isWitness: whether the type can have only one such member, because both belong to
    ///   the same conformance.
    func replaces(
        _ new: Declaration.Member, _ old: Declaration.Member, isWitness: Bool = false
    ) -> Bool {
        new.name == old.name && new.isStatic == old.isStatic
            && (isWitness || spelled(new.constraints) == spelled(old.constraints))
            && replaces(
                new.signature, old.signature, isOperator: new.name.isOperator,
                distinguishesTypes: true)
    }

    /// Returns whether a function at the top level and a member implement the same operator.
    func isSameOperator(
        _ function: Declaration, _ member: Declaration.Member, of type: String
    ) -> Bool {
        guard function.name == member.name, member.name.isOperator,
            function.signature?.fixity == member.signature?.fixity,
            let types = member.signature?.parameterTypes
        else { return false }
        let named = types.map { $0 == "Self" ? type : $0 }
        return spelled(named) == spelled(function.signature?.parameterTypes ?? [])
    }

    /// Returns whether a function replaces another, by their signatures.
    ///
    /// A generic function replaces every function with the same labels, and is replaced by each of
    /// them: otherwise the types at a call would decide which one is used, often the old one.
    private func replaces(
        _ new: Declaration.FunctionSignature?, _ old: Declaration.FunctionSignature?,
        isOperator: Bool, distinguishesTypes: Bool
    ) -> Bool {
        guard let new, let old else { return true }
        guard new.fixity == old.fixity, new.labels.count == old.labels.count else { return false }
        guard isOperator || new.labels == old.labels else { return false }
        guard distinguishesTypes, !new.isGeneric, !old.isGeneric else { return true }
        return spelled(new.parameterTypes) == spelled(old.parameterTypes)
    }

    /// Returns types with what their aliases stand for.
    private func spelled(_ types: [String]) -> [String] {
        aliases.isEmpty ? types : types.map { spelled($0, depth: 8) }
    }

    /// Returns a type with what its aliases, and the aliases in these, stand for.
    private func spelled(_ type: String, depth: Int) -> String {
        guard depth > 0 else { return type }
        var result = ""
        var rest = type[...]
        while let first = rest.first {
            let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            if let target = aliases[String(word)], result.last != "." {
                result += spelled(target, depth: depth - 1)
            } else {
                result += word.isEmpty ? String(first) : String(word)
            }
            rest = rest.dropFirst(max(word.count, 1))
        }
        return result
    }
}
