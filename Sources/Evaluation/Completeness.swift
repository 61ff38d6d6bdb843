/// The completeness of code that is being typed.
public enum Completeness: Sendable, Hashable {
    /// The code can be evaluated.
    case complete
    /// The code needs more lines; the next one begins with the given white space.
    case incomplete(indentation: String)
    /// The code has an error that more lines would not repair.
    case invalid
    /// The completeness could not be determined.
    case unknown
}
