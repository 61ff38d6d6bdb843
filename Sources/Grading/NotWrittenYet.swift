/// The error that stands in an exercise where a solution has to be written.
///
/// ```swift
/// func terms(W: Double, V: Double, H: [Double], x: [Double], y: Double) throws -> [Double] {
///     // YOUR CODE HERE
///     throw NotWrittenYet()
/// }
/// ```
public struct NotWrittenYet: Error, Equatable, Sendable, CustomStringConvertible {
    /// The task that is left.
    public var description: String {
        "this is not written yet: write your solution in place of the line \"throw NotWrittenYet()\""
    }

    /// Makes the error.
    public init() {}
}
