/// The state between two steps of a layer, for every sequence of a batch.
public struct LayerState<Scalar: RealScalar>: Equatable, Sendable {
    /// h, shape `[B, H]`.
    public var hidden: Matrix<Scalar>

    /// c, shape `[B, H]`; only an LSTM has one.
    public var cell: Matrix<Scalar>?

    /// Makes a state.
    public init(hidden: Matrix<Scalar>, cell: Matrix<Scalar>? = nil) {
        self.hidden = hidden
        self.cell = cell
    }
}
