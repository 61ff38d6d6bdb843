/// The error thrown for an invalid setting under `unroll` in the metadata of a notebook or a cell.
public struct MetadataError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The index of the cell, starting at zero, or `nil` for the notebook's own metadata.
    public let cell: Int?

    /// The path of keys to the setting, joined by dots.
    public let path: String

    /// The problem, as the end of a sentence.
    public let problem: String

    /// A sentence with the location, the problem and the remedy.
    public var description: String {
        let place = cell.map { "the metadata of cell \($0 + 1)" } ?? "the notebook's metadata"
        return "could not use \(path) in \(place): \(problem)"
    }
}
