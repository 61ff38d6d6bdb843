/// What became of a cell that was to be compiled.
public struct CompileResult: Codable, Sendable, Hashable {
    /// What the compiler said, in its order.
    public var diagnostics: [Diagnostic]

    /// The path of the object to load, or nothing where the cell has errors.
    public var object: String?

    /// The libraries that have to be loaded before the object, as `dlopen` finds them.
    public var libraries: [String]

    /// Makes a result.
    public init(diagnostics: [Diagnostic], object: String?, libraries: [String]) {
        self.diagnostics = diagnostics
        self.object = object
        self.libraries = libraries
    }
}
