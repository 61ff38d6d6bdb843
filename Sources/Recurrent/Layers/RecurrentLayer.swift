/// One recurrent layer that reads its input in one direction, with PyTorch's weights.
///
/// ```swift
/// var generator = Xoshiro256(seed: 1)
/// let layer = try RecurrentLayer<Double>(.lstm, inputs: 1, hidden: 4, using: &generator)
/// let pass = try layer.forward(SequenceBatch([1, 0.5, -0.5]))
/// let story = try layer.backward(pass, finalStateGradient: pass.finalState)
/// ```
public struct RecurrentLayer<Scalar: RealScalar>: Equatable, Sendable {
    /// What one step computes.
    public let cell: RecurrentCell

    /// Weights of the input, shape `[G·H, D]`, gates in the order of `cell.gates`.
    public var weightIH: Matrix<Scalar>

    /// Weights of the state, shape `[G·H, H]`.
    public var weightHH: Matrix<Scalar>

    /// The bias beside the input's product, shape `[G·H, 1]`.
    public var biasIH: Matrix<Scalar>

    /// The bias beside the state's product, shape `[G·H, 1]`.
    ///
    /// Only in a GRU that resets after the product does it differ from the other one.
    public var biasHH: Matrix<Scalar>

    /// How the layer computes: on how many threads, and by which kernels.
    public var computation = Computation()

    /// Makes a layer of given weights; biases not given are zero.
    ///
    /// Shapes are checked when the layer is used, because weights may be changed until then.
    public init(
        _ cell: RecurrentCell, weightIH: Matrix<Scalar>, weightHH: Matrix<Scalar>,
        biasIH: Matrix<Scalar>? = nil, biasHH: Matrix<Scalar>? = nil
    ) {
        self.cell = cell
        self.weightIH = weightIH
        self.weightHH = weightHH
        let none = Matrix<Scalar>.zeros(Shape(weightHH.rows, 1))
        self.biasIH = biasIH ?? none
        self.biasHH = biasHH ?? none
    }

    /// D, the number of input features.
    public var inputSize: Int { weightIH.columns }

    /// H, the number of hidden units.
    public var hiddenSize: Int { weightHH.columns }

    /// Throws where the shapes of the weights do not fit each other.
    func checkShapes() throws(RecurrentError) {
        try checkCount("the number of hidden units", hiddenSize, from: 1)
        try checkCount("the number of inputs", inputSize, from: 1)
        let rows = cell.gates.count * hiddenSize
        try check("weights of the input", weightIH, Shape(rows, inputSize))
        try check("weights of the state", weightHH, Shape(rows, hiddenSize))
        try check("bias of the input", biasIH, Shape(rows, 1))
        try check("bias of the state", biasHH, Shape(rows, 1))
    }

    /// Throws where a weight has another shape than it must.
    private func check(
        _ name: String, _ matrix: Matrix<Scalar>, _ shape: Shape
    ) throws(RecurrentError) {
        guard matrix.shape != shape else { return }
        throw .shapeMismatch(
            operation: "a layer of \(hiddenSize) hidden units and \(inputSize) inputs",
            needed: "\(name) of shape \(shape)", given: "\(matrix.shape)")
    }
}
