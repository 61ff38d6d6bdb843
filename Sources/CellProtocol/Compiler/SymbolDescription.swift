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

    /// Makes a description.
    public init(name: String, declaration: String, documentation: String, module: String) {
        self.name = name
        self.declaration = declaration
        self.documentation = documentation
        self.module = module
    }
}
