/// Why a cell failed, in the terms of Jupyter's `error` message.
public struct EvaluationFailure: Error, Sendable, Hashable {
    /// The kind of failure: one fixed word for each, such as `CompileError`.
    public var name: String

    /// What went wrong, in one line.
    public var message: String

    /// The whole story for a person, line by line; ANSI colours may occur.
    public var traceback: [String]

    /// Makes a failure.
    public init(name: String, message: String, traceback: [String]) {
        self.name = name
        self.message = message
        self.traceback = traceback
    }
}
