extension RecurrentStack {
    /// Creates a stack with random weights.
    ///
    /// - Parameters:
    ///   - cell: the kind of cell.
    ///   - inputs: D, at least 1.
    ///   - hidden: H of every layer, at least 1.
    ///   - layers: the number of layers, at least 1.
    ///   - bidirectional: whether every layer is bidirectional.
    /// - Throws: `RecurrentError.invalidValue` for a size less than 1.
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int, layers count: Int = 1,
        bidirectional: Bool = false, initialization: Initialization = .pytorch,
        using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) {
        try checkCount("the number of layers", count, from: 1)
        try checkCount("the hidden size", hidden, from: 1)
        let directions = bidirectional ? 2 : 1
        var layers: [[RecurrentLayer<Scalar>]] = []
        for level in 0..<count {
            var directed: [RecurrentLayer<Scalar>] = []
            for _ in 0..<directions {
                directed.append(
                    try RecurrentLayer(
                        cell, inputs: level == 0 ? inputs : directions * hidden, hidden: hidden,
                        initialization: initialization, using: &generator))
            }
            layers.append(directed)
        }
        try self.init(layers)
    }
}

extension RecurrentStack {
    /// Creates a stack with random weights that follow from a seed.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a size less than 1.
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int, layers: Int = 1,
        bidirectional: Bool = false, initialization: Initialization = .pytorch, seed: UInt64
    ) throws(RecurrentError) {
        var generator = Xoshiro256(seed: seed)
        try self.init(
            cell, inputs: inputs, hidden: hidden, layers: layers, bidirectional: bidirectional,
            initialization: initialization, using: &generator)
    }
}

extension RecurrentStack where Scalar == Double {
    /// Creates a stack in double precision with random weights that follow from a seed.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a size less than 1.
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int, layers: Int = 1,
        bidirectional: Bool = false, initialization: Initialization = .pytorch, seed: UInt64
    ) throws(RecurrentError) {
        var generator = Xoshiro256(seed: seed)
        try self.init(
            cell, inputs: inputs, hidden: hidden, layers: layers, bidirectional: bidirectional,
            initialization: initialization, using: &generator)
    }
}
