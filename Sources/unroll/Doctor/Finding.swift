/// The result of checking one thing that Unroll needs or can use.
struct Finding: Sendable, Equatable {
    /// The name of the thing.
    let subject: String

    /// Indicates whether it exists and works.
    let isFound: Bool

    /// Indicates whether notebooks run without it.
    let isOptional: Bool

    /// Its path, or the problem and the command that solves it.
    let text: String

    /// Returns a positive finding.
    static func found(_ subject: String, _ text: String) -> Finding {
        Finding(subject: subject, isFound: true, isOptional: false, text: text)
    }

    /// Returns a negative finding.
    static func missing(
        _ subject: String, _ text: String, isOptional: Bool = false
    ) -> Finding {
        Finding(subject: subject, isFound: false, isOptional: isOptional, text: text)
    }

    /// The finding on one line.
    var line: String {
        let state = isFound ? "found  " : "missing"
        let padding = String(repeating: " ", count: max(0, 12 - subject.utf8.count))
        return "\(state)  \(subject)\(padding)  \(text)"
    }
}
