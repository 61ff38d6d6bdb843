extension ElmanNetwork {
    /// Creates a network with random weights.
    ///
    /// - Parameters:
    ///   - inputs: D, at least 1.
    ///   - hidden: H, at least 1.
    ///   - outputs: O, at least 1; V is uniformly distributed between ±1/√H.
    /// - Throws: `RecurrentError.invalidValue` for a size less than 1.
    public init(
        inputs: Int, hidden: Int, outputs: Int = 1, activation: Activation = .tanh,
        loss: Loss = .halfSquaredError, initialization: Initialization = .pytorch,
        using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) {
        try checkCount("the number of outputs", outputs, from: 1)
        let layer = try RecurrentLayer<Scalar>(
            .elman(activation), inputs: inputs, hidden: hidden, initialization: initialization,
            using: &generator)
        let bound = 1 / Double(hidden).squareRoot()
        self.init(
            W: layer.weightHH, U: layer.weightIH,
            V: try .uniform(outputs, hidden, from: -bound, to: bound, using: &generator),
            b: try layer.biasIH + layer.biasHH, activation: activation, loss: loss)
    }
}

extension ElmanNetwork where Scalar == Double {
    /// Creates a network in double precision with random weights from a seed.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a size less than 1.
    public init(
        inputs: Int, hidden: Int, outputs: Int = 1, activation: Activation = .tanh,
        loss: Loss = .halfSquaredError, initialization: Initialization = .pytorch, seed: UInt64
    ) throws(RecurrentError) {
        var generator = Xoshiro256(seed: seed)
        try self.init(
            inputs: inputs, hidden: hidden, outputs: outputs, activation: activation, loss: loss,
            initialization: initialization, using: &generator)
    }
}
