/// A JSON value to look at, as a tree that opens and closes where the client has one.
public struct JSONView: Displayable, Sendable, Hashable {
    /// The value, as JSON text.
    public let text: String

    /// Whether the whole tree is open at first.
    public let isExpanded: Bool

    /// Takes a value as JSON text.
    public init(_ text: String, isExpanded: Bool = false) {
        self.text = text
        self.isExpanded = isExpanded
    }

    /// The value; where a client shows none, its text.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: text)
        bundle[.json] = .json(text)
        bundle.metadataJSON = "{\"application/json\":{\"expanded\":\(isExpanded)}}"
        return bundle
    }
}
