/// A question about a place in a source that is being written.
public struct CodeQuery: Codable, Sendable, Hashable {
    /// The complete source, with its imports.
    public var source: String

    /// The place, in UTF-8 bytes from the start of the source.
    public var offset: Int

    /// The folders with the modules that the source imports.
    public var moduleFolders: [String]

    /// Makes a question.
    public init(source: String, offset: Int, moduleFolders: [String]) {
        self.source = source
        self.offset = offset
        self.moduleFolders = moduleFolders
    }
}
