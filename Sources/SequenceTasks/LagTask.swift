public import Recurrent

/// A noun, then meaningless fillers, then the question whether the noun was plural.
///
/// It isolates the effect of vanishing gradients on memory: nothing interferes, only time passes.
public struct LagTask: SequenceTask, Hashable {
    /// The number of fillers after the noun.
    public var lag: Int

    /// The number of nouns of each grammatical number, tokens 0 to 2 n - 1.
    public var nouns: Int

    /// The number of different fillers, the tokens after the nouns.
    public var fillers: Int

    /// Creates the task.
    public init(lag: Int, nouns: Int = 8, fillers: Int = 8) {
        self.lag = lag
        self.nouns = nouns
        self.fillers = fillers
    }

    /// V, the number of tokens.
    public var vocabularySize: Int { 2 &* nouns &+ fillers }

    /// Generates a batch of `size` sequences.
    ///
    /// - Throws: `RecurrentError.invalidValue` if the size is less than 1 or a setting is invalid.
    public func batch<Scalar: RealScalar>(
        of size: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Batch<Scalar> {
        try checkCount("the lag", lag, from: 0)
        try checkCount("the number of nouns", nouns, from: 1)
        try checkCount("the number of fillers", fillers, from: 1)
        try checkBatch(size, steps: lag + 1)
        var sequences: [[Int]] = []
        var classes: [Int] = []
        for _ in 0..<size {
            let label = generator.integer(below: 2)
            var tokens = [label * nouns + generator.integer(below: nouns)]
            for _ in 0..<lag { tokens.append(2 * nouns + generator.integer(below: fillers)) }
            sequences.append(tokens)
            classes.append(label)
        }
        return Batch(.tokens(try TokenBatch(sequences)), .classes(classes))
    }
}
