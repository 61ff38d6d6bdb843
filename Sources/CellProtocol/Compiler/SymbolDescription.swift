/// Information on a symbol.
public struct SymbolDescription: Codable, Sendable, Hashable {
    /// The symbol's name.
    public var name: String

    /// The declaration.
    public var declaration: String

    /// The documentation as Markdown; empty if there is none.
    public var documentation: String

    /// The module that declares the symbol.
    public var module: String

    /// Indicates whether the symbol is a function, or a type whose name is called to create a
    /// value.
    public var isCallable: Bool

    /// Creates a description.
    public init(
        name: String, declaration: String, documentation: String, module: String,
        isCallable: Bool = false
    ) {
        self.isCallable = isCallable
        self.name = name
        self.declaration = declaration
        self.documentation = documentation
        self.module = module
    }
}
