/// An element with its attributes and what stands in it.
public struct MarkupElement: Sendable, Hashable {
    /// An attribute.
    public struct Attribute: Sendable, Hashable {
        /// The name.
        public let name: String

        /// The value, without escapes.
        public var value: String

        /// Pairs a name with a value.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The name.
    public let name: String

    /// The attributes, in order; no name occurs twice.
    public var attributes: [Attribute]

    /// The contents of the element, in order.
    public var children: [MarkupNode]

    /// Makes an element.
    public init(
        _ name: String, _ attributes: [Attribute] = [], _ children: [MarkupNode] = []
    ) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    /// The value of an attribute; nil where the element does not have it.
    public subscript(name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }

    /// The text in the element and in all that it holds.
    public var text: String { children.map(\.text).joined() }

    /// Returns the first element of a name in this one, however deep.
    public func first(_ name: String) -> MarkupElement? {
        for case .element(let child) in children {
            if child.name == name { return child }
            if let found = child.first(name) { return found }
        }
        return nil
    }
}
