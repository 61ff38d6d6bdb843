/// One way to call a function.
public struct CallSignature: Codable, Sendable, Hashable {
    /// The declaration in short, such as `max(_ x: T, _ y: T) -> T`.
    public var label: String

    /// The documentation as Markdown; empty where there is none.
    public var documentation: String

    /// The parameter that the cursor is at, as UTF-8 bytes of the label; nothing, where it is at none.
    public var parameter: Range<Int>?

    /// Makes a signature.
    public init(label: String, documentation: String, parameter: Range<Int>? = nil) {
        self.label = label
        self.documentation = documentation
        self.parameter = parameter
    }
}
