/// A piece of a document of HTML.
public enum MarkupNode: Sendable, Hashable {
    /// Text, without escapes.
    case text(String)

    /// An element.
    case element(MarkupElement)

    /// The element, where it is one.
    public var element: MarkupElement? {
        if case .element(let element) = self { element } else { nil }
    }

    /// The text in the piece and in all that it holds.
    public var text: String {
        switch self {
        case .text(let text): text
        case .element(let element): element.text
        }
    }
}
