/// The failure of a cell, with the fields of Jupyter's `error` message.
public struct EvaluationFailure: Error, Sendable, Hashable {
    /// The kind of failure, a fixed word such as `CompileError`.
    public var name: String

    /// The error message, on one line.
    public var message: String

    /// The full description for the user, line by line; it may contain ANSI colors.
    public var traceback: [String]

    /// Creates a failure.
    public init(name: String, message: String, traceback: [String]) {
        self.name = name
        self.message = message
        self.traceback = traceback
    }
}
