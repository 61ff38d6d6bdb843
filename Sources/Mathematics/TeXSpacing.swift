internal import Markup

/// Joins the parts of a formula, with the space between them that MathML does not see to.
enum TeXSpacing {
    /// Returns the parts as nodes: signs without an operand before them as
    /// prefixes, and functions with a space before what they are applied to.
    static func spaced(_ atoms: [TeXAtom]) -> [MarkupNode] {
        var nodes: [MarkupNode] = []
        var previous: TeXAtom.Kind?
        for (index, atom) in atoms.enumerated() {
            var atom = atom
            let following = index + 1 < atoms.count ? atoms[index + 1].kind : nil
            if atom.kind == .binary, lacksOperand(previous) || lacksOperand(after: following) {
                atom.node = prefix(atom.node)
                atom.kind = .ordinary
            }
            if previous == .operation, atom.kind == .ordinary {
                nodes.append(space("0.1667em"))
            }
            if atom.kind == .operation, previous == .ordinary || previous == .closing,
                isFunction(atom.node)
            {
                nodes.append(space("0.1667em"))
            }
            nodes.append(atom.node)
            previous = atom.kind == .space ? previous : atom.kind
        }
        return nodes
    }

    /// Makes a space of a width.
    static func space(_ width: String) -> MarkupNode {
        .element(MarkupElement("mspace", [.init("width", width)]))
    }

    /// Returns whether a sign lacks a left operand after a part of some kind.
    private static func lacksOperand(_ previous: TeXAtom.Kind?) -> Bool {
        switch previous {
        case nil, .binary, .relation, .operation, .opening, .punctuation: true
        case .ordinary, .closing, .space: false
        }
    }

    /// Returns whether a sign lacks a right operand before a part of some kind.
    private static func lacksOperand(after following: TeXAtom.Kind?) -> Bool {
        switch following {
        case nil, .relation, .closing, .punctuation: true
        case .ordinary, .binary, .operation, .opening, .space: false
        }
    }

    /// Returns a sign without space around it.
    private static func prefix(_ node: MarkupNode) -> MarkupNode {
        guard case .element(var element) = node, element.name == "mo" else { return node }
        element.attributes += [.init("form", "prefix"), .init("lspace", "0"), .init("rspace", "0")]
        return .element(element)
    }

    /// Returns whether a part is the name of a function, with or without scripts.
    private static func isFunction(_ node: MarkupNode) -> Bool {
        guard case .element(let element) = node else { return false }
        return element.name == "mi" || element.children.first.map(isFunction) ?? false
    }
}
