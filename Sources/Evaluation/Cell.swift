/// A cell to evaluate.
public struct Cell: Sendable, Hashable {
    /// The source as the user wrote it.
    public var code: String

    /// The identity of the cell across runs, such as a notebook's cell ID.
    ///
    /// Running a cell with the same identity again replaces everything that its earlier run
    /// declared.
    public var identity: String?

    /// The number of this run as shown to the user: Jupyter's execution count.
    public var number: Int

    /// Indicates whether the cell shows no output.
    public var isSilent: Bool

    /// Indicates whether a client can answer the cell's requests for input.
    public var allowsInput: Bool

    /// Indicates whether the value of the last expression is kept under the number of the cell.
    public var keepsResult = true

    /// Creates a cell.
    public init(
        code: String, identity: String? = nil, number: Int = 1, isSilent: Bool = false,
        allowsInput: Bool = false
    ) {
        self.code = code
        self.identity = identity
        self.number = number
        self.isSilent = isSilent
        self.allowsInput = allowsInput
    }
}

/// The outcome of a cell's evaluation.
public enum EvaluationOutcome: Sendable, Hashable {
    /// The cell ran to its end.
    case succeeded

    /// The cell could not be compiled, or did not run to its end.
    case failed(EvaluationFailure)
}

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
