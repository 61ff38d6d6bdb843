/// The error thrown by `check` for a claim that is wrong, which fails the cell.
public struct CheckFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// The claim, what was found, and what was expected.
    public let description: String

    /// Creates an error with a description.
    package init(description: String) { self.description = description }
}
