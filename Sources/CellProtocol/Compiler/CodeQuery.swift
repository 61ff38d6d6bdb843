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
