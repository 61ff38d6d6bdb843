/// The completeness of a source.
public enum SourceCompleteness: Codable, Sendable, Hashable {
    /// The source is complete, with or without errors.
    case complete
    /// The source needs more lines; the next one is indented by this number of spaces.
    case incomplete(indentation: Int)
    /// The source has an error that more lines would not repair.
    case invalid
}
