/// Whether a source could be compiled as it is.
public enum SourceCompleteness: Codable, Sendable, Hashable {
    /// It could, or the compiler would say what is wrong with it.
    case complete
    /// Something is still open; the next line would stand at this indentation, in spaces.
    case incomplete(indentation: Int)
    /// More lines would not help.
    case invalid
}
