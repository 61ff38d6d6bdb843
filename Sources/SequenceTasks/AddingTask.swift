public import Recurrent

/// The adding task: the sum of two marked numbers in a sequence.
///
/// The first feature is the number, the second the mark, 1 or 0; there is one mark in each half.
/// - Source: Hochreiter and Schmidhuber 1997, in the form of Arjovsky, Shah and Bengio 2016.
public struct AddingTask: SequenceTask, Hashable {
    /// T, the number of steps, at least 2.
    public var length: Int

    /// The lower bound of the numbers.
    public var low: Double

    /// The upper bound of the numbers, exclusive.
    public var high: Double

    /// Creates the task.
    public init(length: Int, from low: Double = 0, to high: Double = 1) {
        self.length = length
        self.low = low
        self.high = high
    }

    /// The mean squared error of always predicting the mean: a sixth of the squared range.
    public var constantAnswerLoss: Double { (high - low) * (high - low) / 6 }

    /// Generates a batch of `size` sequences.
    ///
    /// - Throws: `RecurrentError.invalidValue` if the size is less than 1 or a setting is invalid.
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
