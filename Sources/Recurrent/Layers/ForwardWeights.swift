/// The weights of a layer in the form that the forward pass needs.
struct ForwardWeights<Scalar: RealScalar>: Sendable {
    /// The input weights, transposed, in the order of the record's columns.
    let input: RightFactor<Scalar>
    /// The recurrent weights, transposed.
    let recurrent: RightFactor<Scalar>
    /// The candidate's recurrent weights, if the reset gate acts before the product.
    let candidate: RightFactor<Scalar>?
    /// The sums of biases with which a record is initialized.
    let bias: ScalarBuffer<Scalar>
    /// The matrices of a person's own equations, transposed, by line; empty for other cells.
    let factors: [RightFactor<Scalar>?]

    /// Prepares the weights of a layer.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    init(_ layer: RecurrentLayer<Scalar>, _ record: LayerRecord<Scalar>) {
        let (layout, kernels) = (record.layout, record.kernels)
        let hidden = layer.hiddenSize
        input = RightFactor(
            transposing: layout.inputRows(hidden: hidden), of: layer.weightIH, for: kernels)
        recurrent = RightFactor(
            transposing: layout.recurrentRows(hidden: hidden), of: layer.weightHH, for: kernels)
        if layer.cell == .gru(reset: .beforeProduct) {
            candidate = RightFactor(
                transposing: [2 * hidden..<3 * hidden], of: layer.weightHH, for: kernels)
        } else {
            candidate = nil
        }
        bias = Self.bias(of: layer, layout)
        factors = record.equations?.factors(transposed: true, kernels) ?? []
    }

    /// Returns the sums of the biases by gate; only a candidate that is reset later has a separate
    /// one.
    private static func bias(
        of layer: RecurrentLayer<Scalar>, _ layout: CellLayout
    ) -> ScalarBuffer<Scalar> {
        let hidden = layer.hiddenSize
        let bias = ScalarBuffer<Scalar>(zeros: layout.width * hidden)
        for (gate, column) in layout.gateColumns.enumerated() {
            for unit in 0..<hidden {
                let row = gate * hidden + unit
                var sum = layer.biasIH.elements[row]
                if column == 0, layer.cell == .gru(reset: .afterProduct) {
                    bias.start[3 * hidden + unit] = layer.biasHH.elements[row]
                } else {
                    sum += layer.biasHH.elements[row]
                }
                bias.start[column * hidden + unit] = sum
            }
        }
        return bias
    }
}
