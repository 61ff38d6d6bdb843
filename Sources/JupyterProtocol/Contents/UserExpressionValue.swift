/// The value of an expression that a client wanted to know, under the name of its choice.
public struct UserExpressionValue: Sendable, Hashable {
    /// The name under which the client asked.
    public var name: String

    /// The value, or why there is none.
    public var value: Reply<DisplayData>

    /// Pairs a name with a value.
    public init(name: String, value: Reply<DisplayData>) {
        self.name = name
        self.value = value
    }
}
