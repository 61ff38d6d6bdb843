/// A JSON value to explore, as a tree with expandable nodes if the client supports that.
public struct JSONView: Displayable, Sendable, Hashable {
    /// The JSON text of the value.
    public let text: String

    /// Indicates whether the tree is initially expanded.
    public let isExpanded: Bool

    /// Creates a view of JSON text.
    public init(_ text: String, isExpanded: Bool = false) {
        self.text = text
        self.isExpanded = isExpanded
    }

    /// The value, and its text for clients that do not show JSON.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: text)
        bundle[.json] = .json(text)
        bundle.metadataJSON = "{\"application/json\":{\"expanded\":\(isExpanded)}}"
        return bundle
    }
}
