/// The lecture's network: z_t = W H_{t-1} + U x_t + b, H_t = g(z_t), ŷ = V H_T + c.
///
/// Names and shapes are those of the slides: vectors are columns, and a batch has one column per
/// sequence.
///
/// ```swift
/// let network = ElmanNetwork(W: 0.5, U: 1, V: 1)
/// let pass = try network.forward([1, 0.5, -0.5], target: 1)
/// let story = try network.backward(pass)
/// print(story.gradient.W)
/// ```
///
/// - Source: Elman 1990; the slides' notation.
public struct ElmanNetwork<Scalar: RealScalar>: Equatable, Sendable {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The weights from state to state, shape `[H, H]`.
    public var W: Matrix<Scalar>

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The weights from input to state, shape `[H, D]`.
    public var U: Matrix<Scalar>

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The weights from state to output, shape `[O, H]`.
    public var V: Matrix<Scalar>

    /// The bias of the state, shape `[H, 1]`.
    public var b: Matrix<Scalar>

    /// The bias of the output, shape `[O, 1]`.
    public var c: Matrix<Scalar>

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The state before the first step, shape `[H, 1]` for all sequences or `[H, B]`.
    public var H0: Matrix<Scalar>

    /// g, the activation of the state.
    public var activation: Activation

    /// The loss function L of the outputs.
    public var loss: Loss

    /// Creates a network with the given weights; omitted ones are zero.
    ///
    /// Shapes are checked when the network is used, because weights can be changed until then.
    public init(
        W: Matrix<Scalar>, U: Matrix<Scalar>, V: Matrix<Scalar>, b: Matrix<Scalar>? = nil,
        c: Matrix<Scalar>? = nil, H0: Matrix<Scalar>? = nil, activation: Activation = .tanh,
        loss: Loss = .halfSquaredError
    ) {
        self.W = W
        self.U = U
        self.V = V
        self.b = b ?? .zeros(Shape(W.rows, 1))
        self.c = c ?? .zeros(Shape(V.rows, 1))
        self.H0 = H0 ?? .zeros(Shape(W.rows, 1))
        self.activation = activation
        self.loss = loss
    }

    /// H, the number of hidden units.
    public var hiddenSize: Int { W.columns }

    /// D, the number of input features.
    public var inputSize: Int { U.columns }

    /// O, the number of outputs.
    public var outputSize: Int { V.rows }

    /// The recurrent part as a layer with PyTorch's names: W is `weightHH`, U is `weightIH`.
    var layer: RecurrentLayer<Scalar> {
        RecurrentLayer(.elman(activation), weightIH: U, weightHH: W, biasIH: b)
    }

    /// Throws if the shapes of the weights do not match.
    func checkShapes() throws(RecurrentError) {
        try checkCount("the number of hidden units", W.rows, from: 1)
        try checkCount("the number of inputs", U.columns, from: 1)
        try checkCount("the number of outputs", V.rows, from: 1)
        let needed = [
            ("W", W, Shape(W.rows, W.rows)), ("U", U, Shape(W.rows, U.columns)),
            ("V", V, Shape(V.rows, W.rows)), ("b", b, Shape(W.rows, 1)),
            ("c", c, Shape(V.rows, 1)),
        ]
        for (name, matrix, shape) in needed where matrix.shape != shape {
            throw .shapeMismatch(
                operation: "an Elman network with W of shape \(W.shape)",
                needed: "\(name) of shape \(shape)", given: "\(matrix.shape)")
        }
    }
}

extension ElmanNetwork where Scalar == Double {
    /// Creates a network in double precision, the default type of literals.
    public init(
        W: Matrix<Double>, U: Matrix<Double>, V: Matrix<Double>, b: Matrix<Double>? = nil,
        c: Matrix<Double>? = nil, H0: Matrix<Double>? = nil, activation: Activation = .tanh,
        loss: Loss = .halfSquaredError
    ) {
        self.W = W
        self.U = U
        self.V = V
        self.b = b ?? .zeros(Shape(W.rows, 1))
        self.c = c ?? .zeros(Shape(V.rows, 1))
        self.H0 = H0 ?? .zeros(Shape(W.rows, 1))
        self.activation = activation
        self.loss = loss
    }
}
