/// A variable of a session, as a list of variables shows it.
public struct Variable: Sendable, Hashable {
    /// The name.
    public var name: String

    /// The type.
    public var type: String

    /// The value as text, shortened.
    public var value: String

    /// How many elements the value has in each direction, such as `3 × 4`; empty, where it has none.
    public var shape: String

    /// Describes a variable.
    public init(name: String, type: String, value: String, shape: String = "") {
        self.name = name
        self.type = type
        self.value = value
        self.shape = shape
    }
}
