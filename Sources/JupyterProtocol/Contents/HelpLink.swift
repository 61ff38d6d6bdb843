/// An entry in the help menu of a client.
public struct HelpLink: Sendable, Hashable, Codable {
    /// What the entry says.
    public var text: String

    /// The page that it leads to.
    public var url: String

    /// Makes an entry.
    public init(text: String, url: String) {
        self.text = text
        self.url = url
    }
}
