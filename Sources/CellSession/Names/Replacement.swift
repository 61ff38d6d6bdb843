package import CellProtocol

/// When a declaration takes the place of an earlier one.
package enum Replacement {
    /// Whether a new declaration replaces an old one, or stands beside it as an overload.
    ///
    /// - Parameter distinguishesTypes: whether functions that differ in the types of their
    ///   parameters stand beside each other. They do in notebooks, where editing a function and
    ///   running its cell again retires the earlier one by the cell's identity. Where cells have no
    ///   identity, the labels alone decide: typing a function again means a better version of it.
    package static func replaces(
        _ new: Declaration, _ old: Declaration, distinguishesTypes: Bool
    ) -> Bool {
        guard new.name == old.name, old.kind != .extension else { return false }
        switch (new.kind, old.kind) {
        case (.operator, .operator):
            // Such as a prefix and an infix operator of one name.
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

    /// Whether a member of an extension replaces an earlier one of the same type.
    package static func replaces(_ new: Declaration.Member, _ old: Declaration.Member) -> Bool {
        new.name == old.name && new.isStatic == old.isStatic
            && replaces(new.signature, old.signature, distinguishesTypes: true)
    }

    /// Whether a function of one signature replaces one of another.
    ///
    /// A generic function replaces every function of its labels, and is replaced by every one: which
    /// of the two a call means would depend on the types at the call, and often be the old one.
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
