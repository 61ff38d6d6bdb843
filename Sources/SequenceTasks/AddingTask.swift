public import Recurrent

/// Numbers of which two are marked, and the question what the marked ones add up to.
///
/// The first feature is the number, the second the mark, 1 or 0; one mark lies in each half.
/// - Source: Hochreiter and Schmidhuber 1997, in the form of Arjovsky, Shah and Bengio 2016.
public struct AddingTask: SequenceTask, Hashable {
    /// T, the number of steps, at least 2.
    public var length: Int

    /// The least that a number can be.
    public var low: Double

    /// What numbers stay under.
    public var high: Double

    /// Makes the task.
    public init(length: Int, from low: Double = 0, to high: Double = 1) {
        self.length = length
        self.low = low
        self.high = high
    }

    /// The mean squared error of always answering the mean: a sixth of the squared range.
    public var constantAnswerLoss: Double { (high - low) * (high - low) / 6 }

    /// Draws a batch of `size` sequences.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a size under 1 or settings that make no sense.
    public func batch<Scalar: RealScalar>(
        of size: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Batch<Scalar> {
        try checkCount("the number of steps", length, from: 2)
        try checkSetting("the least number", low, from: -.greatestFiniteMagnitude)
        try checkSetting("the bound of the numbers", high, from: low)
        try checkBatch(size, steps: length, features: 2)
        var sequences: [[[Scalar]]] = []
        var sums: [Scalar] = []
        for _ in 0..<size {
            var sequence = (0..<length).map { _ in
                [Scalar(generator.uniform(from: low, to: high)), Scalar(0)]
            }
            let first = generator.integer(below: length / 2)
            let second = length / 2 + generator.integer(below: length - length / 2)
            sequence[first][1] = 1
            sequence[second][1] = 1
            sums.append(sequence[first][0] + sequence[second][0])
            sequences.append(sequence)
        }
        return Batch(.values(try SequenceBatch(sequences: sequences)), .values(.column(sums)))
    }
}
