/// A signature of a callable: one of its overloads.
public struct CallSignature: Codable, Sendable, Hashable {
    /// A short form of the declaration, such as `max(_ x: T, _ y: T) -> T`.
    public var label: String

    /// The documentation as Markdown; empty if there is none.
    public var documentation: String

    /// The parameter at the cursor, as a range of UTF-8 bytes of the label, or `nil` if there is
    /// none.
    public var parameter: Range<Int>?

    /// Creates a signature.
    public init(label: String, documentation: String, parameter: Range<Int>? = nil) {
        self.label = label
        self.documentation = documentation
        self.parameter = parameter
    }
}
