/// What is wrong with the settings under `unroll` in the metadata of a notebook or a cell.
public struct MetadataError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The cell, counted from zero; nothing, for the notebook's own metadata.
    public let cell: Int?

    /// The keys that lead to the setting, joined by dots.
    public let path: String

    /// What is wrong, as the end of a sentence.
    public let problem: String

    /// A sentence with the place, the problem and what to do.
    public var description: String {
        let place = cell.map { "the metadata of cell \($0 + 1)" } ?? "the notebook's metadata"
        return "could not use \(path) in \(place): \(problem)"
    }
}
