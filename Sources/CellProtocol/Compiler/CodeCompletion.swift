/// One candidate for what could stand at a place.
public struct CodeCompletion: Codable, Sendable, Hashable {
    /// The text to insert, without placeholders.
    public var text: String

    /// The whole declaration in short, as a person reads it.
    public var label: String

    /// A word for what it is, such as `function`.
    public var kind: String

    /// The type of its value; empty where there is none.
    public var type: String

    /// How many bytes before the place the text replaces as well: one, where the dot after an optional
    /// value becomes `?.`.
    public var erasedLength = 0

    /// Makes a candidate.
    public init(text: String, label: String, kind: String, type: String) {
        self.text = text
        self.label = label
        self.kind = kind
        self.type = type
    }
}
