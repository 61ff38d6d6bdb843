/// What a model should say about a batch.
public enum SequenceTarget<Scalar: RealScalar>: Equatable, Sendable {
    /// A class for every sequence, read after its last step.
    case classes([Int])
    /// A class for every step of every sequence in the order `[T, B]`; nil where none is asked for.
    case classesAtEveryStep([Int?])
    /// O numbers for every sequence, `[B, O]`, read after its last step.
    case values(Matrix<Scalar>)
    /// O numbers for every step of every sequence, `[T, B, O]`.
    case valuesAtEveryStep(SequenceBatch<Scalar>)

    /// Whether every step is read and not only the last.
    public var isAtEveryStep: Bool {
        switch self {
        case .classes, .values: false
        case .classesAtEveryStep, .valuesAtEveryStep: true
        }
    }
}
