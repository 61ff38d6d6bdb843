internal import Markup

/// A part of a formula with what decides about the space around it.
struct TeXAtom {
    /// The role of a part among its neighbors.
    enum Kind {
        /// A letter, a number or something put together.
        case ordinary
        /// An operator between two things, such as plus.
        case binary
        /// A relation between two things, such as equals.
        case relation
        /// A function or a sum, which stands before something.
        case operation
        /// An opening sign of a pair, such as a bracket.
        case opening
        /// The signs that close a pair.
        case closing
        /// A comma.
        case punctuation
        /// Space that was asked for.
        case space
    }

    /// The position of the scripts of the part.
    enum Limits {
        /// Beside it.
        case beside
        /// Above and below it where the formula is displayed.
        case whereDisplayed
        /// Above and below it.
        case always
    }

    /// The role of the part among its neighbors.
    var kind: Kind

    /// The part.
    var node: MarkupNode

    /// The position of its scripts.
    var limits = Limits.beside

    /// Makes a part.
    init(_ kind: Kind, _ node: MarkupNode, limits: Limits = .beside) {
        self.kind = kind
        self.node = node
        self.limits = limits
    }

    /// Makes a part of one element with text in it.
    init(
        _ kind: Kind, _ name: String, _ text: String, _ attributes: [(String, String)] = [],
        limits: Limits = .beside
    ) {
        let attributes = attributes.map { MarkupElement.Attribute($0.0, $0.1) }
        self.init(kind, .element(MarkupElement(name, attributes, [.text(text)])), limits: limits)
    }

    /// Returns the part with scripts.
    func scripted(lower: MarkupNode?, upper: MarkupNode?, isDisplayed: Bool) -> TeXAtom {
        let isAbove: Bool =
            switch limits {
            case .beside: false
            case .whereDisplayed: isDisplayed
            case .always: true
            }
        let name =
            switch (lower != nil, upper != nil) {
            case (true, true): isAbove ? "munderover" : "msubsup"
            case (true, false): isAbove ? "munder" : "msub"
            case (false, true): isAbove ? "mover" : "msup"
            case (false, false): "mrow"
            }
        let children = [node] + [lower, upper].compactMap { $0 }
        var atom = self
        atom.node = .element(MarkupElement(name, [], children))
        atom.limits = .beside
        return atom
    }
}
