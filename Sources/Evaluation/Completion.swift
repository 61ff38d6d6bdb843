/// One candidate for completing some code.
public struct Completion: Sendable, Hashable {
    /// The text to put in place of the replaced range.
    public var text: String

    /// A word for what this is, such as `function`; clients show it as an icon.
    public var kind: String

    /// How it is declared, in short, such as `(to: Int) -> String`; empty where that says nothing.
    public var signature: String

    /// Makes a candidate.
    public init(text: String, kind: String, signature: String = "") {
        self.text = text
        self.kind = kind
        self.signature = signature
    }
}
