/// Whether some code could be evaluated as it is.
public enum Completeness: Sendable, Hashable {
    /// It could.
    case complete
    /// It wants more lines; the next one would begin with the given white space.
    case incomplete(indentation: String)
    /// It could not, and more lines would not help.
    case invalid
    /// Nobody can tell.
    case unknown
}
