/// A batch of sequences with their targets.
public struct Batch<Scalar: RealScalar>: Equatable, Sendable {
    /// The input.
    public var input: SequenceInput<Scalar>

    /// The target.
    public var target: SequenceTarget<Scalar>

    /// Creates a batch.
    public init(_ input: SequenceInput<Scalar>, _ target: SequenceTarget<Scalar>) {
        self.input = input
        self.target = target
    }
}
