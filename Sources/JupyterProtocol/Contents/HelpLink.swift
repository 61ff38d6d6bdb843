/// An entry in a client's help menu.
public struct HelpLink: Sendable, Hashable, Codable {
    /// The title of the entry.
    public var text: String

    /// The address of the page.
    public var url: String

    /// Creates an entry.
    public init(text: String, url: String) {
        self.text = text
        self.url = url
    }
}
