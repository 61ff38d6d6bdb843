/// Sequences for an Elman network, and the outputs wanted after their last steps.
public struct ElmanExample<Scalar: RealScalar>: Equatable, Sendable {
    /// The sequences, `[T, B, D]`.
    public var inputs: SequenceBatch<Scalar>

    /// The outputs wanted, `[O, B]`.
    public var target: Matrix<Scalar>

    /// Makes an example.
    public init(_ inputs: SequenceBatch<Scalar>, target: Matrix<Scalar>) {
        self.inputs = inputs
        self.target = target
    }
}
