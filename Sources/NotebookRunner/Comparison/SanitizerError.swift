/// Why a rule for what may differ in texts cannot be used.
public enum SanitizerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The pattern is no regular expression.
    case invalidPattern(String)

    /// There are no rules of that name; `hint` says what to do.
    case unknownName(String, hint: String)

    /// A pattern has no text to replace its matches with.
    case incompleteRule(String)

    /// A sentence with what could not be done, and why.
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
