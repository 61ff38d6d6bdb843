extension RecurrentModel {
    /// Continues a sequence of tokens by sampling one token after another.
    ///
    /// - Parameters:
    ///   - tokens: the sequence to continue, at least one token.
    ///   - count: the number of tokens to sample.
    ///   - temperature: the divisor of the logits; 0 selects the most likely token.
    ///   - candidates: k, the number of most likely tokens from which to sample, or `nil` for all.
    ///   - generator: the source of random numbers.
    /// - Returns: the sampled tokens.
    /// - Throws: `RecurrentError` if tokens or settings are invalid, or the model is bidirectional.
    public func continuation(
        of tokens: [Int], count: Int, temperature: Double = 1,
        amongLikeliest candidates: Int? = nil,
        using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> [Int] {
        try checkReadsForward("a text goes on")
        try checkCount("the number of tokens", count, from: 0)
        try checkSetting("the temperature", temperature, from: 0)
        try checkCount("the number of likeliest tokens", candidates ?? 1, from: 1)
        var drawn: [Int] = []
        var states: [LayerState<Scalar>]?
        var next = tokens
        for _ in 0..<count {
            let pass = try stack.forward(vectors(of: .tokens(TokenBatch(next))), from: states)
            states = pass.finalStates
            let logits = try readOut(pass.summary, sequences: 1).elements.map { Double($0) }
            let token = Self.draw(
                Self.likeliest(candidates, of: logits), temperature, using: &generator)
            drawn.append(token)
            next = [token]
        }
        return drawn
    }

    /// Continues a sequence of tokens with random choices that follow from a seed; see
    /// `continuation(of:count:temperature:amongLikeliest:using:)`.
    ///
    /// - Throws: `RecurrentError` if tokens or settings are invalid, or the model is bidirectional.
    public func continuation(
        of tokens: [Int], count: Int, temperature: Double = 1,
        amongLikeliest candidates: Int? = nil, seed: UInt64
    ) throws(RecurrentError) -> [Int] {
        var generator = Xoshiro256(seed: seed)
        return try continuation(
            of: tokens, count: count, temperature: temperature, amongLikeliest: candidates,
            using: &generator)
    }

    /// Returns logits in which all but the largest ones are minus infinity.
    private static func likeliest(_ count: Int?, of logits: [Double]) -> [Double] {
        guard let count, count < logits.count else { return logits }
        let kept = Set(logits.indices.sorted { logits[$0] > logits[$1] }.prefix(count))
        return logits.indices.map { kept.contains($0) ? logits[$0] : -.infinity }
    }

    /// Samples an output according to its probability.
    private static func draw(
        _ logits: [Double], _ temperature: Double,
        using generator: inout some RandomNumberGenerator
    ) -> Int {
        let likeliest = logits.indices.max { logits[$0] < logits[$1] } ?? 0
        guard temperature > 0 else { return likeliest }
        let probabilities = softmax(logits.map { $0 / temperature })
        var rest = generator.uniform()
        for (token, probability) in probabilities.enumerated() {
            rest -= probability
            if rest < 0 { return token }
        }
        return likeliest
    }

    /// Throws if a layer reads from the last step to the first.
    ///
    /// - Parameter purpose: the operation that this makes impossible.
    func checkReadsForward(_ purpose: String) throws(RecurrentError) {
        guard stack.isBidirectional else { return }
        throw .invalidValue(
            name: "the model", value: "bidirectional",
            needed: "in one direction where \(purpose): the other one begins at an end that is not "
                + "there yet")
    }
}
