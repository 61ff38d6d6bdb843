/// A completion of some code.
public struct Completion: Sendable, Hashable {
    /// The text that replaces the replaced range.
    public var text: String

    /// The kind of the completion, such as `function`, which clients show as an icon.
    public var kind: String

    /// A short form of the declaration, such as `(to: Int) -> String`; empty if it adds nothing.
    public var signature: String

    /// Creates a completion.
    public init(text: String, kind: String, signature: String = "") {
        self.text = text
        self.kind = kind
        self.signature = signature
    }
}
