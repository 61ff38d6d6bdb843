public import Recurrent

/// The parity task: whether the number of ones is odd; a single bit changes the answer.
public struct ParityTask: SequenceTask, Hashable {
    /// T, the number of bits.
    public var length: Int

    /// Indicates whether the parity is a target at every step, not only at the last.
    public var isAskedAtEveryStep: Bool

    /// Creates the task.
    public init(length: Int, atEveryStep: Bool = false) {
        self.length = length
        isAskedAtEveryStep = atEveryStep
    }

    /// Generates a batch of `size` sequences.
    ///
    /// - Throws: `RecurrentError.invalidValue` if the size is less than 1 or a setting is invalid.
    public func batch<Scalar: RealScalar>(
        of size: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Batch<Scalar> {
        try checkCount("the number of bits", length, from: 1)
        try checkBatch(size, steps: length)
        let sequences = (0..<size).map { _ in
            (0..<length).map { _ in generator.integer(below: 2) }
        }
        let tokens = SequenceInput<Scalar>.tokens(try TokenBatch(sequences))
        guard isAskedAtEveryStep else {
            return Batch(tokens, .classes(sequences.map { $0.reduce(0, ^) }))
        }
        let parities = sequences.map { bits in
            bits.indices.map { Optional(bits[...$0].reduce(0, ^)) }
        }
        return Batch(tokens, .classesAtEveryStep(parities))
    }
}
