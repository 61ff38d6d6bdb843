/// The additional contents of a page, and the lookup of files that the notebook names.
public struct PageOptions: Sendable {
    /// The title, where the notebook has no heading.
    public var title = "Notebook"

    /// A line about the run that the outputs come from; nil where there is nothing to say.
    public var summary: String?

    /// Notes on cells, by position.
    public var notes: [Int: [CellNote]] = [:]

    /// Returns the bytes of a picture that the notebook names by a path; nil where it cannot be shown.
    public var picture: @Sendable (String) -> [UInt8]? = { _ in nil }

    /// Returns where a link to another file leads from the page.
    public var target: @Sendable (String) -> String = { $0 }

    /// A link above the notebook: its address and its words; nil where there is none.
    public var up: (address: String, words: String)?

    /// Makes options that show the notebook alone.
    public init() {}
}
