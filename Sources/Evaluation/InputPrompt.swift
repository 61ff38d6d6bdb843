/// The prompt of a request for input.
public struct InputPrompt: Sendable, Hashable {
    /// The text before the input field; it may be empty.
    public var text: String

    /// Indicates whether the input is hidden.
    public var isPassword: Bool

    /// Creates a prompt.
    public init(text: String, isPassword: Bool = false) {
        self.text = text
        self.isPassword = isPassword
    }
}
