/// The target of a batch.
public enum SequenceTarget<Scalar: RealScalar>: Equatable, Sendable {
    /// A class per sequence, for the output after its last step.
    case classes([Int])
    /// For every sequence, a class for each of its steps, or `nil` for a step without a target.
    ///
    /// A sequence that is shorter than the longest has as many classes as steps; further `nil`s may
    /// follow.
    case classesAtEveryStep([[Int?]])
    /// O numbers per sequence, `[B, O]`, for the outputs after its last step.
    case values(Matrix<Scalar>)
    /// O numbers per step of every sequence, `[T, B, O]`; those after the end of a sequence are
    /// ignored.
    case valuesAtEveryStep(SequenceBatch<Scalar>)

    /// Indicates whether every step has a target, rather than only the last one.
    public var isAtEveryStep: Bool {
        switch self {
        case .classes, .values: false
        case .classesAtEveryStep, .valuesAtEveryStep: true
        }
    }
}
