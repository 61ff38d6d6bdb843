/// The input of a model.
public enum SequenceInput<Scalar: RealScalar>: Equatable, Sendable {
    /// Feature vectors, `[T, B, D]`.
    case values(SequenceBatch<Scalar>)
    /// Tokens of a vocabulary, `[T, B]`.
    case tokens(TokenBatch)

    /// T, the number of steps.
    public var steps: Int {
        switch self {
        case .values(let batch): batch.steps
        case .tokens(let batch): batch.steps
        }
    }

    /// B, the number of sequences.
    public var count: Int {
        switch self {
        case .values(let batch): batch.count
        case .tokens(let batch): batch.count
        }
    }

    /// The number of valid steps of each sequence, or `nil` if all are valid.
    public var lengths: [Int]? {
        switch self {
        case .values(let batch): batch.lengths
        case .tokens(let batch): batch.lengths
        }
    }
}
