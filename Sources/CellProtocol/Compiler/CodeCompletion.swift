/// A completion at a position in a source.
public struct CodeCompletion: Codable, Sendable, Hashable {
    /// The text to insert, without placeholders.
    public var text: String

    /// The declaration in short, as shown to users.
    public var label: String

    /// The kind of the completion, such as `function`.
    public var kind: String

    /// The type of its value; empty if there is none.
    public var type: String

    /// The number of bytes before the position that the text also replaces: one if the dot after an
    /// optional value becomes `?.`.
    public var erasedLength = 0

    /// Creates a completion.
    public init(text: String, label: String, kind: String, type: String) {
        self.text = text
        self.label = label
        self.kind = kind
        self.type = type
    }
}
