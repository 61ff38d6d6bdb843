package import CellProtocol

/// The rules by which a declaration replaces an earlier one.
package enum Replacement {
    /// Returns whether a new declaration replaces an old one, rather than being an overload.
    ///
    /// - Parameter distinguishesTypes: whether functions that differ in their parameter types are
    ///   overloads. They are in notebooks, where editing a function and running its cell again
    ///   retires the earlier one by the cell's identity. If cells have no identity, the labels
    ///   alone decide: a function that is declared again is meant as a better version.
    package static func replaces(
        _ new: Declaration, _ old: Declaration, distinguishesTypes: Bool
    ) -> Bool {
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
                new.signature, old.signature, distinguishesTypes: distinguishesTypes)
        default:
            return true
        }
    }

    /// Returns whether a member of an extension replaces an earlier one of the same type.
    package static func replaces(_ new: Declaration.Member, _ old: Declaration.Member) -> Bool {
        new.name == old.name && new.isStatic == old.isStatic
            && replaces(new.signature, old.signature, distinguishesTypes: true)
    }

    /// Returns whether a function replaces another, by their signatures.
    ///
    /// A generic function replaces every function with the same labels, and is replaced by each of
    /// them: otherwise the types at a call would decide which one is used, often the old one.
    private static func replaces(
        _ new: Declaration.FunctionSignature?, _ old: Declaration.FunctionSignature?,
        distinguishesTypes: Bool
    ) -> Bool {
        guard let new, let old else { return true }
        guard new.labels == old.labels else { return false }
        guard distinguishesTypes, !new.isGeneric, !old.isGeneric else { return true }
        return new.parameterTypes == old.parameterTypes
    }
}
