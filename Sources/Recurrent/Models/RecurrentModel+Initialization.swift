extension RecurrentModel {
    /// Creates a model with random weights whose input are tokens.
    ///
    /// - Parameters:
    ///   - cell: the kind of cell.
    ///   - vocabulary: V, the number of tokens.
    ///   - embedding: E, the size of the tokens' vectors, or `nil` for one-hot vectors.
    ///   - hidden: H of every layer.
    ///   - outputs: O, the number of outputs.
    ///   - layers: the number of recurrent layers.
    ///   - seed: the seed of all random numbers.
    ///   - type: the number type.
    /// - Throws: `RecurrentError.invalidValue` for a size less than 1.
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

    /// Creates a model with random weights whose input are feature vectors.
    ///
    /// - Parameters:
    ///   - cell: the kind of cell.
    ///   - inputs: D, the number of input features.
    ///   - hidden: H of every layer.
    ///   - outputs: O, the number of outputs.
    ///   - layers: the number of recurrent layers.
    ///   - seed: the seed of all random numbers.
    ///   - type: the number type.
    /// - Throws: `RecurrentError.invalidValue` for a size less than 1.
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

    /// Samples the embedding (standard normal), the layers, and the read-out (uniform, ±1/√H).
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
    /// Creates a model in double precision for tokens; see the initializer with `of:`.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a size less than 1.
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

    /// Creates a model in double precision for feature vectors; see the initializer with `of:`.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a size less than 1.
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
