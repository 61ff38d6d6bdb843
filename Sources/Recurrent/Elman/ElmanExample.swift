/// Sequences for an Elman network, with target outputs after their last steps or after every step.
public struct ElmanExample<Scalar: RealScalar>: Equatable, Sendable {
    /// The sequences, `[T, B, D]`.
    public var inputs: SequenceBatch<Scalar>

    /// The target outputs after the last step, `[O, B]`.
    public var target: Matrix<Scalar>

    /// The target outputs after every step, `[T, B, O]`, or `nil` if only the last one has a
    /// target.
    public var targets: SequenceBatch<Scalar>?

    /// Creates an example with targets after the last step.
    public init(_ inputs: SequenceBatch<Scalar>, target: Matrix<Scalar>) {
        self.inputs = inputs
        self.target = target
    }

    /// Creates an example with targets after every step.
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
