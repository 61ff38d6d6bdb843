/// A claim of a notebook that turned out to be wrong; thrown by `check`, it fails the cell.
public struct CheckFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was claimed, what was found, and what it should have been.
    public let description: String

    /// Puts the failure into words.
    package init(description: String) { self.description = description }
}
