/// The error thrown when a sanitizer is invalid.
public enum SanitizerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The pattern is not a valid regular expression.
    case invalidPattern(String)

    /// There are no sanitizers with that name; `hint` is the remedy.
    case unknownName(String, hint: String)

    /// A pattern has no replacement.
    case incompleteRule(String)

    /// A sentence with the problem and its cause.
    public var description: String {
        switch self {
        case .invalidPattern(let pattern):
            "could not use the pattern \(pattern): it is not a regular expression"
        case .unknownName(let name, let hint):
            "could not sanitize \(name): there are no such rules; \(hint)"
        case .incompleteRule(let pattern):
            "could not use the pattern \(pattern): no line \"replace: …\" follows it"
        }
    }
}
