/// What a person sees when a cell asks for a line of input.
public struct InputPrompt: Sendable, Hashable {
    /// The text before the place where the line is entered; it may be empty.
    public var text: String

    /// Whether the line should not be visible.
    public var isPassword: Bool

    /// Makes a prompt.
    public init(text: String, isPassword: Bool = false) {
        self.text = text
        self.isPassword = isPassword
    }
}
