extension RecurrentModel {
    /// Makes a model with random weights that reads tokens.
    ///
    /// - Parameters:
    ///   - cell: what one step computes.
    ///   - vocabulary: V, the number of tokens.
    ///   - embedding: E, the size of a token's vector; nil reads tokens as one-hot vectors.
    ///   - hidden: H of every layer.
    ///   - outputs: O, the number of outputs.
    ///   - layers: how many recurrent layers lie on top of each other.
    ///   - seed: what all random numbers follow from.
    ///   - type: the number type.
    /// - Throws: `RecurrentError.invalidValue` for a size under 1.
    public init(
        _ cell: RecurrentCell, vocabulary: Int, embedding size: Int? = nil, hidden: Int,
        outputs: Int, layers: Int = 1, bidirectional: Bool = false, loss: Loss = .crossEntropy,
        initialization: Initialization = .pytorch, seed: UInt64, of type: Scalar.Type
    ) throws(RecurrentError) {
        try self.init(
            cell, tokens: vocabulary, inputs: size ?? vocabulary, isEmbedding: size != nil,
            hidden: hidden, outputs: outputs, layers: layers, bidirectional: bidirectional,
            loss: loss, initialization: initialization, seed: seed)
    }

    /// Makes a model with random weights that reads feature vectors.
    ///
    /// - Parameters:
    ///   - cell: what one step computes.
    ///   - inputs: D, the number of input features.
    ///   - hidden: H of every layer.
    ///   - outputs: O, the number of outputs.
    ///   - layers: how many recurrent layers lie on top of each other.
    ///   - seed: what all random numbers follow from.
    ///   - type: the number type.
    /// - Throws: `RecurrentError.invalidValue` for a size under 1.
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int, outputs: Int, layers: Int = 1,
        bidirectional: Bool = false, loss: Loss = .meanSquaredError,
        initialization: Initialization = .pytorch, seed: UInt64, of type: Scalar.Type
    ) throws(RecurrentError) {
        try self.init(
            cell, tokens: 0, inputs: inputs, isEmbedding: false, hidden: hidden, outputs: outputs,
            layers: layers, bidirectional: bidirectional, loss: loss,
            initialization: initialization, seed: seed)
    }

    /// Draws the embedding (standard normal), the layers, and the read-out (evenly, ±1/√H).
    private init(
        _ cell: RecurrentCell, tokens: Int, inputs: Int, isEmbedding: Bool, hidden: Int,
        outputs: Int, layers: Int, bidirectional: Bool, loss: Loss,
        initialization: Initialization, seed: UInt64
    ) throws(RecurrentError) {
        try checkCount("the number of outputs", outputs, from: 1)
        if isEmbedding { try checkCount("the size of the vocabulary", tokens, from: 1) }
        var generator = Xoshiro256(seed: seed)
        embedding = isEmbedding ? try .normal(tokens, inputs, using: &generator) : nil
        stack = try RecurrentStack(
            cell, inputs: inputs, hidden: hidden, layers: layers, bidirectional: bidirectional,
            initialization: initialization, using: &generator)
        let bound = 1 / Double(stack.outputSize).squareRoot()
        readOutWeight = try .uniform(
            outputs, stack.outputSize, from: -bound, to: bound, using: &generator)
        readOutBias = try .uniform(outputs, 1, from: -bound, to: bound, using: &generator)
        self.loss = loss
    }
}

extension RecurrentModel where Scalar == Double {
    /// Makes a model in double precision that reads tokens; see the form with `of:`.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a size under 1.
    public init(
        _ cell: RecurrentCell, vocabulary: Int, embedding size: Int? = nil, hidden: Int,
        outputs: Int, layers: Int = 1, bidirectional: Bool = false, loss: Loss = .crossEntropy,
        initialization: Initialization = .pytorch, seed: UInt64
    ) throws(RecurrentError) {
        try self.init(
            cell, vocabulary: vocabulary, embedding: size, hidden: hidden, outputs: outputs,
            layers: layers, bidirectional: bidirectional, loss: loss,
            initialization: initialization, seed: seed, of: Double.self)
    }

    /// Makes a model in double precision that reads feature vectors; see the form with `of:`.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a size under 1.
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int, outputs: Int, layers: Int = 1,
        bidirectional: Bool = false, loss: Loss = .meanSquaredError,
        initialization: Initialization = .pytorch, seed: UInt64
    ) throws(RecurrentError) {
        try self.init(
            cell, inputs: inputs, hidden: hidden, outputs: outputs, layers: layers,
            bidirectional: bidirectional, loss: loss, initialization: initialization, seed: seed,
            of: Double.self)
    }
}
