/// The state of a layer between two steps, for every sequence of a batch.
public struct LayerState<Scalar: RealScalar>: Equatable, Sendable {
    /// h, shape `[B, H]`.
    public var hidden: Matrix<Scalar>

    /// c, shape `[B, H]`; only for an LSTM, otherwise `nil`.
    public var cell: Matrix<Scalar>?

    /// Creates a state.
    public init(hidden: Matrix<Scalar>, cell: Matrix<Scalar>? = nil) {
        self.hidden = hidden
        self.cell = cell
    }
}
