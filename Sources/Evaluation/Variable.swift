/// A variable of the session, as shown in a list of variables.
public struct Variable: Sendable, Hashable {
    /// The name as a string.
    public var name: String

    /// The type.
    public var type: String

    /// The value as text, shortened.
    public var value: String

    /// The number of elements in each dimension, such as `3 × 4`; empty if the value has none.
    public var shape: String

    /// Creates a description of a variable.
    public init(name: String, type: String, value: String, shape: String = "") {
        self.name = name
        self.type = type
        self.value = value
        self.shape = shape
    }
}
