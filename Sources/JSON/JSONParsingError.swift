/// The error thrown when a text is not valid JSON.
public struct JSONParsingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problem, as the end of a sentence.
    public let problem: String

    /// The line number, starting at one.
    public let line: Int

    /// The column in bytes, starting at one.
    public let column: Int

    /// A sentence with the position and the problem.
    public var description: String {
        "not JSON at line \(line), column \(column): \(problem)"
    }
}
