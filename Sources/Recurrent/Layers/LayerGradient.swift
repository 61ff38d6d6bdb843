/// The gradients of one layer's weights.
public struct LayerGradient<Scalar: RealScalar>: Equatable, Sendable {
    /// dL/d`weightIH`, shape `[G·H, D]`.
    public var weightIH: Matrix<Scalar>
    /// dL/d`weightHH`, shape `[G·H, H]`.
    public var weightHH: Matrix<Scalar>
    /// dL/d`biasIH`, shape `[G·H, 1]`.
    public var biasIH: Matrix<Scalar>
    /// dL/d`biasHH`, shape `[G·H, 1]`.
    public var biasHH: Matrix<Scalar>
    /// The gradients of the weights of a person's own equations, by name; empty for other cells.
    public var own = ParameterSet<Scalar>()
}
