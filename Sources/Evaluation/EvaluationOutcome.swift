/// The outcome of a cell's evaluation.
public enum EvaluationOutcome: Sendable, Hashable {
    /// The cell ran to its end.
    case succeeded

    /// The cell could not be compiled, or did not run to its end.
    case failed(EvaluationFailure)
}
