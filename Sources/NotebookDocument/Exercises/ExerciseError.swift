/// Why no student's version could be made of a notebook.
public struct ExerciseError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The cell, counted from 0.
    public let cell: Int

    /// A description of the mistake.
    public let problem: String

    /// The cell and what is wrong with it.
    public var description: String { "cell \(cell + 1): \(problem)" }
}
