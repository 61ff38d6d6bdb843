/// Some sequences together with what a model should say about them.
public struct Batch<Scalar: RealScalar>: Equatable, Sendable {
    /// What the model reads.
    public var input: SequenceInput<Scalar>

    /// What it should say.
    public var target: SequenceTarget<Scalar>

    /// Makes a batch.
    public init(_ input: SequenceInput<Scalar>, _ target: SequenceTarget<Scalar>) {
        self.input = input
        self.target = target
    }
}
