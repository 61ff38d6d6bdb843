/// A query about a position in a source that is being written.
public struct CodeQuery: Codable, Sendable, Hashable {
    /// The complete source, with its imports.
    public var source: String

    /// The position, in UTF-8 bytes from the start of the source.
    public var offset: Int

    /// The folders of the modules that the source imports.
    public var moduleFolders: [String]

    /// Further arguments of the compiler, for modules of packages.
    public var packageArguments: [String] = []

    /// The language mode.
    public var languageMode = LanguageMode.five

    /// The modules that the source imports in tiers, the nearest first: the session's cells, the
    /// modules that every cell imports, and the modules that cells have imported by name.
    public var moduleTiers: [[String]]

    /// Creates a query.
    public init(
        source: String, offset: Int, moduleFolders: [String], moduleTiers: [[String]] = []
    ) {
        self.moduleTiers = moduleTiers
        self.source = source
        self.offset = offset
        self.moduleFolders = moduleFolders
    }
}

/// Information on a position in a source.
public struct CodeInspection: Codable, Sendable, Hashable {
    /// The symbol at the position, or `nil` if there is none that can be named.
    public var symbol: SymbolDescription?

    /// The signatures of the symbol, or of the call around the position; the best first.
    public var signatures: [CallSignature]

    /// Creates a description.
    public init(symbol: SymbolDescription? = nil, signatures: [CallSignature] = []) {
        self.symbol = symbol
        self.signatures = signatures
    }
}

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

/// A completion at a position in a source.
public struct CodeCompletion: Codable, Sendable, Hashable {
    /// The text to insert, without placeholders.
    public var text: String

    /// The declaration in short, as shown to users.
    public var label: String

    /// The kind of the completion, such as `function`.
    public var kind: String

    /// The type of its value; empty if there is none.
    public var type: String

    /// The number of bytes before the position that the text also replaces: one if the dot after an
    /// optional value becomes `?.`.
    public var erasedLength = 0

    /// Creates a completion.
    public init(text: String, label: String, kind: String, type: String) {
        self.text = text
        self.label = label
        self.kind = kind
        self.type = type
    }
}

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
