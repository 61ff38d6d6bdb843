/// The result of compiling a cell.
public struct CompileResult: Codable, Sendable, Hashable {
    /// The diagnostics, in the compiler's order.
    public var diagnostics: [Diagnostic]

    /// The path of the loadable object, or `nil` if the cell has errors.
    public var object: String?

    /// The libraries to load before the object, as passed to `dlopen`.
    public var libraries: [String]

    /// Creates a result.
    public init(diagnostics: [Diagnostic], object: String?, libraries: [String]) {
        self.diagnostics = diagnostics
        self.object = object
        self.libraries = libraries
    }
}
