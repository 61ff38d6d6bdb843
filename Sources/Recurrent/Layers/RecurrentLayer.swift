/// A recurrent layer with one direction and PyTorch's weights.
///
/// ```swift
/// var generator = Xoshiro256(seed: 1)
/// let layer = try RecurrentLayer<Double>(.lstm, inputs: 1, hidden: 4, using: &generator)
/// let pass = try layer.forward(SequenceBatch([1, 0.5, -0.5]))
/// let story = try layer.backward(pass, finalStateGradient: pass.finalState)
/// ```
public struct RecurrentLayer<Scalar: RealScalar>: Equatable, Sendable {
    /// The kind of cell.
    public let cell: RecurrentCell

    /// The input weights, shape `[G·H, D]`, with gates in the order of `cell.gates`.
    public var weightIH: Matrix<Scalar>

    /// The recurrent weights, shape `[G·H, H]`.
    public var weightHH: Matrix<Scalar>

    /// The bias of the input product, shape `[G·H, 1]`.
    public var biasIH: Matrix<Scalar>

    /// The bias of the recurrent product, shape `[G·H, 1]`.
    ///
    /// Its effect differs from the other bias only in a GRU with the reset gate after the product.
    public var biasHH: Matrix<Scalar>

    /// The weights of a person's own equations, by the names of the properties; empty for other cells,
    /// as the other weights are for own equations.
    public var own = ParameterSet<Scalar>()

    /// The equations for the sizes of the layer; nil for other cells.
    let plan: StepPlan?

    /// The settings of the computation: the number of threads and the kernels.
    public var computation = Computation()

    /// Creates a layer with the given weights; omitted biases are zero.
    ///
    /// Shapes are checked when the layer is used, because weights can be changed until then.
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
        plan = nil
    }

    /// Makes a layer of a person's own equations and their weights.
    init(_ cell: RecurrentCell, _ plan: StepPlan, _ weights: ParameterSet<Scalar>) {
        self.cell = cell
        self.plan = plan
        own = weights
        weightIH = .zeros(Shape(0, plan.sizes.inputs))
        weightHH = .zeros(Shape(0, plan.sizes.hidden))
        biasIH = .zeros(Shape(0, 1))
        biasHH = biasIH
    }

    /// The weight of a person's own equations with a name, as in `layer["W_z"]`; nil where there is
    /// none.
    public subscript(name: String) -> Matrix<Scalar>? {
        get { try? own[name]?.matrix }
        set {
            guard let newValue, own[name] != nil else { return }
            own.append(name, Tensor(weight: newValue))
        }
    }

    /// D, the number of input features.
    public var inputSize: Int { weightIH.columns }

    /// H, the number of hidden units.
    public var hiddenSize: Int { weightHH.columns }

    /// Throws if the shapes of the weights do not match.
    func checkShapes() throws(RecurrentError) {
        try checkCount("the number of hidden units", hiddenSize, from: 1)
        try checkCount("the number of inputs", inputSize, from: 1)
        if case .equations(let recording) = cell { try checkOwn(recording) }
        let rows = cell.gates.count * hiddenSize
        try check("weights of the input", weightIH, Shape(rows, inputSize))
        try check("weights of the state", weightHH, Shape(rows, hiddenSize))
        try check("bias of the input", biasIH, Shape(rows, 1))
        try check("bias of the state", biasHH, Shape(rows, 1))
    }

    /// Throws where the weights of a person's own equations are not those of the recording.
    private func checkOwn(_ recording: Recording) throws(RecurrentError) {
        guard let plan else {
            throw .invalidValue(
                name: "a layer of \(recording.name)", value: "made of weights of gates",
                needed: "made with sizes, as in RecurrentLayer(cell, inputs: 2, hidden: 8, seed: 1)"
            )
        }
        for (line, declaration) in recording.weights {
            let matrix = try own.matrix(declaration.name)
            try check(declaration.name, matrix, plan.shapes[line])
        }
    }

    /// Throws if a weight does not have the required shape.
    private func check(
        _ name: String, _ matrix: Matrix<Scalar>, _ shape: Shape
    ) throws(RecurrentError) {
        guard matrix.shape != shape else { return }
        throw .shapeMismatch(
            operation: "a layer of \(hiddenSize) hidden units and \(inputSize) inputs",
            needed: "\(name) of shape \(shape)", given: "\(matrix.shape)")
    }
}
