/// The value of an expression that a client has requested.
public struct UserExpressionValue: Sendable, Hashable {
    /// The name that the client chose.
    public var name: String

    /// The value, or the error that prevented it.
    public var value: Reply<DisplayData>

    /// Creates a named value.
    public init(name: String, value: Reply<DisplayData>) {
        self.name = name
        self.value = value
    }
}
