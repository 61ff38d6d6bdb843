/// Sequences for an Elman network, and the outputs wanted after their last steps or after every one.
public struct ElmanExample<Scalar: RealScalar>: Equatable, Sendable {
    /// The sequences, `[T, B, D]`.
    public var inputs: SequenceBatch<Scalar>

    /// The outputs wanted after the last step, `[O, B]`.
    public var target: Matrix<Scalar>

    /// The outputs wanted after every step, `[T, B, O]`; nil where only the last one counts.
    public var targets: SequenceBatch<Scalar>?

    /// Makes an example whose last outputs count.
    public init(_ inputs: SequenceBatch<Scalar>, target: Matrix<Scalar>) {
        self.inputs = inputs
        self.target = target
    }

    /// Makes an example whose outputs after every step count.
    public init(_ inputs: SequenceBatch<Scalar>, targets: SequenceBatch<Scalar>) {
        self.inputs = inputs
        self.targets = targets
        let width = targets.count * targets.features
        target =
            Matrix(
                Shape(targets.count, targets.features), unchecked: targets.elements.suffix(width)
            ).transposed
    }
}
