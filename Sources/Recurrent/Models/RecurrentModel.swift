/// Recurrent layers between an optional embedding and a linear read-out.
///
/// ```swift
/// var model = try RecurrentModel(
///     .lstm, vocabulary: AgreementTask.vocabulary.count, embedding: 8, hidden: 16, outputs: 2, seed: 1)
/// let training = Training(steps: 20, optimizer: try Adam(learningRate: 3e-3))
/// let history = try model.train(on: AgreementTask(), training)
/// ```
public struct RecurrentModel<Scalar: RealScalar>: Equatable, Sendable {
    /// The vectors of the tokens, shape `[V, E]`, or `nil` if the model reads feature vectors or
    /// one-hot vectors of tokens.
    public var embedding: Matrix<Scalar>?

    /// The recurrent layers.
    public var stack: RecurrentStack<Scalar>

    /// The read-out weights, shape `[O, H]`, or `[O, 2·H]` if the layers are bidirectional.
    public var readOutWeight: Matrix<Scalar>

    /// The read-out biases, shape `[O, 1]`.
    public var readOutBias: Matrix<Scalar>

    /// The loss function.
    public var loss: Loss

    /// The dropout in training, or `nil` for none.
    public var dropout: Dropout?

    /// Creates a model from its parts.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` if they do not match.
    public init(
        embedding: Matrix<Scalar>? = nil, stack: RecurrentStack<Scalar>,
        readOutWeight: Matrix<Scalar>, readOutBias: Matrix<Scalar>? = nil,
        loss: Loss = .crossEntropy
    ) throws(RecurrentError) {
        self.embedding = embedding
        self.stack = stack
        self.readOutWeight = readOutWeight
        self.readOutBias = readOutBias ?? .zeros(Shape(readOutWeight.rows, 1))
        self.loss = loss
        try checkShapes()
    }

    /// O, the number of outputs.
    public var outputSize: Int { readOutWeight.rows }

    /// V, the number of tokens, or D, the number of input features.
    public var inputSize: Int { embedding?.rows ?? stack.inputSize }

    /// The settings of the layers' computation.
    public var computation: Computation {
        get { stack.computation }
        set { stack.computation = newValue }
    }

    /// Throws if the parts do not match.
    func checkShapes() throws(RecurrentError) {
        if let embedding, embedding.columns != stack.inputSize {
            throw .shapeMismatch(
                operation: "a model whose layers have \(stack.inputSize) inputs",
                needed: "an embedding of shape [V, \(stack.inputSize)]",
                given: "\(embedding.shape)")
        }
        try checkCount("the number of outputs", outputSize, from: 1)
        let shape = Shape(outputSize, stack.outputSize)
        guard readOutWeight.shape == shape, readOutBias.shape == Shape(outputSize, 1) else {
            throw .shapeMismatch(
                operation: "a model whose layers have \(stack.outputSize) outputs",
                needed: "a read-out of shapes \(shape) and [\(outputSize), 1]",
                given: "\(readOutWeight.shape) and \(readOutBias.shape)")
        }
    }
}
