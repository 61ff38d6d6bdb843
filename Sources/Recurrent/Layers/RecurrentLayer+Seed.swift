extension RecurrentLayer {
    /// Makes a layer with random weights that follow from a seed.
    ///
    /// - Parameters:
    ///   - cell: what one step computes.
    ///   - inputs: D, at least 1.
    ///   - hidden: H, at least 1.
    /// - Throws: `RecurrentError` for a size under 1, an initialization that is not finite, or own
    ///   equations whose shapes do not fit.
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int,
        initialization: Initialization = .pytorch, seed: UInt64
    ) throws(RecurrentError) {
        var generator = Xoshiro256(seed: seed)
        try self.init(
            cell, inputs: inputs, hidden: hidden, initialization: initialization,
            using: &generator)
    }
}

extension RecurrentLayer where Scalar == Double {
    /// Makes a layer in double precision with random weights that follow from a seed.
    ///
    /// - Throws: `RecurrentError` for a size under 1, an initialization that is not finite, or own
    ///   equations whose shapes do not fit.
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int,
        initialization: Initialization = .pytorch, seed: UInt64
    ) throws(RecurrentError) {
        var generator = Xoshiro256(seed: seed)
        try self.init(
            cell, inputs: inputs, hidden: hidden, initialization: initialization,
            using: &generator)
    }
}
