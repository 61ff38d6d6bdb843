/// The error thrown when a command is malformed or fails.
struct CommandProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problem, in a sentence.
    let description: String

    /// Creates an error.
    init(_ description: String) { self.description = description }
}
