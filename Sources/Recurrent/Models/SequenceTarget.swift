/// What a model should say about a batch.
public enum SequenceTarget<Scalar: RealScalar>: Equatable, Sendable {
    /// A class for every sequence, read after its last step.
    case classes([Int])
    /// For every sequence, as the input has them, a class for each of its steps; nil where none is
    /// asked for.
    ///
    /// A sequence that is shorter than the longest has as many classes as steps; nils may follow.
    case classesAtEveryStep([[Int?]])
    /// O numbers for every sequence, `[B, O]`, read after its last step.
    case values(Matrix<Scalar>)
    /// O numbers for every step of every sequence, `[T, B, O]`; after the end of a sequence they count
    /// for nothing.
    case valuesAtEveryStep(SequenceBatch<Scalar>)

    /// Whether every step is read and not only the last.
    public var isAtEveryStep: Bool {
        switch self {
        case .classes, .values: false
        case .classesAtEveryStep, .valuesAtEveryStep: true
        }
    }
}
