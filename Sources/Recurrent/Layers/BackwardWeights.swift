/// The weights of a layer in the form that the backward pass needs.
struct BackwardWeights<Scalar: RealScalar>: Sendable {
    /// The recurrent weights.
    let recurrent: RightFactor<Scalar>
    /// The candidate's recurrent weights, if the reset gate acts before the product.
    let candidate: RightFactor<Scalar>?
    /// The matrices of a person's own equations, by line; empty for other cells.
    let factors: [RightFactor<Scalar>?]

    /// Prepares the weights of a layer.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    init(_ layer: RecurrentLayer<Scalar>, _ record: LayerRecord<Scalar>) {
        let (layout, kernels) = (record.layout, record.kernels)
        factors = record.equations?.factors(transposed: false, kernels) ?? []
        let hidden = layer.hiddenSize
        recurrent = RightFactor(
            rows: layout.recurrentRows(hidden: hidden), of: layer.weightHH, for: kernels)
        if layer.cell == .gru(reset: .beforeProduct) {
            candidate = RightFactor(
                rows: [2 * hidden..<3 * hidden], of: layer.weightHH, for: kernels)
        } else {
            candidate = nil
        }
    }
}

/// The input weights of a layer in the form that the gradients of inputs need.
struct InputWeights<Scalar: RealScalar>: Sendable {
    /// The weights, in the order of the record's columns; without rows for equations.
    let factor: RightFactor<Scalar>

    /// Prepares the weights of a layer.
    init(_ layer: RecurrentLayer<Scalar>, _ record: LayerRecord<Scalar>) {
        factor = RightFactor(
            rows: record.layout.inputRows(hidden: layer.hiddenSize), of: layer.weightIH,
            for: record.kernels)
    }
}
