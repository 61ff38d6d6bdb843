extension RecurrentModel {
    /// Goes on with a sequence of tokens: reads it, then draws one token after another.
    ///
    /// - Parameters:
    ///   - tokens: what to go on with, at least one token.
    ///   - count: how many tokens to draw.
    ///   - temperature: what logits are divided by; lower is bolder, at 0 the likeliest is taken.
    ///   - candidates: k, among how many of the likeliest tokens is drawn; nil for all.
    ///   - generator: what the draws follow from.
    /// - Returns: the tokens that were drawn.
    /// - Throws: `RecurrentError` where tokens do not fit, a setting makes no sense, or the model reads
    ///   in both directions.
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

    /// Returns logits in which all but some of the largest are minus infinity.
    private static func likeliest(_ count: Int?, of logits: [Double]) -> [Double] {
        guard let count, count < logits.count else { return logits }
        let kept = Set(logits.indices.sorted { logits[$0] > logits[$1] }.prefix(count))
        return logits.indices.map { kept.contains($0) ? logits[$0] : -.infinity }
    }

    /// Draws an output by its probability.
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

    /// Throws where a layer reads from the last step to the first.
    ///
    /// - Parameter purpose: what that is of no use for.
    func checkReadsForward(_ purpose: String) throws(RecurrentError) {
        guard stack.isBidirectional else { return }
        throw .invalidValue(
            name: "the model", value: "bidirectional",
            needed: "in one direction where \(purpose): the other one begins at an end that is not "
                + "there yet")
    }
}
