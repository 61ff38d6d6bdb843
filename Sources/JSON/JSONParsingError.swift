/// Why a text could not be read as JSON.
public struct JSONParsingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong there, as the end of a sentence.
    public let problem: String

    /// The line, counted from one.
    public let line: Int

    /// The column in bytes, counted from one.
    public let column: Int

    /// A sentence with the place and the problem.
    public var description: String {
        "not JSON at line \(line), column \(column): \(problem)"
    }
}
