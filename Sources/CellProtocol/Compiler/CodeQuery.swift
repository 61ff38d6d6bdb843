/// A question about a place in a source that is being written.
public struct CodeQuery: Codable, Sendable, Hashable {
    /// The complete source, with its imports.
    public var source: String

    /// The place, in UTF-8 bytes from the start of the source.
    public var offset: Int

    /// The folders with the modules that the source imports.
    public var moduleFolders: [String]

    /// The modules that the source imports, the nearest first: those of the session's cells, those
    /// that every cell imports, and those that cells have imported by name.
    public var moduleTiers: [[String]]

    /// Makes a question.
    public init(
        source: String, offset: Int, moduleFolders: [String], moduleTiers: [[String]] = []
    ) {
        self.moduleTiers = moduleTiers
        self.source = source
        self.offset = offset
        self.moduleFolders = moduleFolders
    }
}
