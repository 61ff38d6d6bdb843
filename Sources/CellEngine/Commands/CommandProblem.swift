/// Why a command could not be read or done.
struct CommandProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in a sentence.
    let description: String

    /// Makes a problem.
    init(_ description: String) { self.description = description }
}
