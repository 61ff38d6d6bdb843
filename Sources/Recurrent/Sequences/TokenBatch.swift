/// A batch of sequences of tokens, each an index in a vocabulary, shape `[T, B]`.
public struct TokenBatch: Equatable, Sendable {
    /// T, the number of steps, at least 1.
    public let steps: Int

    /// B, the number of sequences, at least 1.
    public let count: Int

    /// The tokens: those of every sequence at the first step, then those at the next.
    public let tokens: [Int]

    /// The number of valid steps of each sequence, or `nil` if all are valid.
    public let lengths: [Int]?

    /// Creates a batch of sequences; shorter ones are padded with token 0 and their lengths are
    /// kept.
    ///
    /// - Throws: `RecurrentError.invalidValue` for an empty batch or sequence.
    public init(_ sequences: [[Int]]) throws(RecurrentError) {
        let steps = sequences.map(\.count).max() ?? 0
        guard steps >= 1, sequences.allSatisfy({ !$0.isEmpty }) else {
            throw .invalidValue(
                name: "the shape of a batch of tokens", value: "[\(steps), \(sequences.count)]",
                needed: "at least one sequence, and at least one token in each")
        }
        self.steps = steps
        count = sequences.count
        tokens = (0..<steps).flatMap { t in sequences.map { t < $0.count ? $0[t] : 0 } }
        let lengths = sequences.map(\.count)
        self.lengths = lengths.allSatisfy { $0 == steps } ? nil : lengths
    }

    /// Creates a batch from tokens that are known to match its shape.
    init(steps: Int, count: Int, unchecked tokens: [Int], lengths: [Int]?) {
        self.steps = steps
        self.count = count
        self.tokens = tokens
        self.lengths = lengths
    }

    /// Creates a batch of one sequence.
    ///
    /// - Throws: `RecurrentError.invalidValue` for an empty sequence.
    public init(_ sequence: [Int]) throws(RecurrentError) {
        try self.init([sequence])
    }

    /// Throws if a token is outside a vocabulary.
    func check(vocabulary: Int) throws(RecurrentError) {
        try checkCount("the size of the vocabulary", vocabulary, from: 1)
        guard let index = tokens.firstIndex(where: { $0 < 0 || $0 >= vocabulary }) else {
            return
        }
        throw .invalidValue(
            name:
                "token \(tokens[index]) of sequence \(index % count) at step \(index / count + 1)",
            value: "unknown", needed: "from 0 to \(vocabulary - 1), the vocabulary of the network")
    }

    /// Returns the tokens as one-hot vectors, `[T, B, V]`.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a token outside the vocabulary, and for an empty
    ///   vocabulary.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func oneHot<Scalar: RealScalar>(
        vocabulary: Int, of type: Scalar.Type = Double.self
    ) throws(RecurrentError) -> SequenceBatch<Scalar> {
        try check(vocabulary: vocabulary)
        try MachineMemory.check(
            "one-hot vectors of shape [\(steps), \(count), \(vocabulary)]",
            sizes: [tokens.count, vocabulary])
        var elements = [Scalar](repeating: 0, count: tokens.count * vocabulary)
        for (index, token) in tokens.enumerated() { elements[index * vocabulary + token] = 1 }
        return SequenceBatch(
            steps: steps, count: count, features: vocabulary, lengths: lengths,
            unchecked: elements)
    }
}
