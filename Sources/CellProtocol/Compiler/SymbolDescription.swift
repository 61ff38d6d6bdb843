/// What is known of the symbol at a place.
public struct SymbolDescription: Codable, Sendable, Hashable {
    /// The symbol's name.
    public var name: String

    /// How it is declared.
    public var declaration: String

    /// Its documentation as Markdown; empty where there is none.
    public var documentation: String

    /// The module it comes from.
    public var module: String

    /// Whether it is a function, or a type, whose name is called to make a value.
    public var isCallable: Bool

    /// Makes a description.
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
