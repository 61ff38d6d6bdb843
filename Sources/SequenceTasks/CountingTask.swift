public import Recurrent

/// The counting task: the number of ones in a sequence of bits.
///
/// A linear network of one unit solves it with U = 1 and W = 1, at the edge between vanishing and
/// exploding gradients.
/// - Source: Roelants, How to implement a recurrent neural network, part 1.
public struct CountingTask: SequenceTask, Hashable {
    /// T, the number of bits.
    public var length: Int

    /// Creates the task.
    public init(length: Int = 10) {
        self.length = length
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
            (0..<length).map { _ in [Scalar(generator.integer(below: 2))] }
        }
        let counts = sequences.map { $0.reduce(Scalar(0)) { $0 + $1[0] } }
        return Batch(.values(try SequenceBatch(sequences: sequences)), .values(.column(counts)))
    }

    /// Returns twenty sequences of ten bits and their counts, as an example for an Elman network.
    ///
    /// - Source: the data of Roelants's notebook, whose losses and gradients are published.
    public static func publishedExample<Scalar: RealScalar>(
        of type: Scalar.Type = Double.self
    ) throws(RecurrentError) -> ElmanExample<Scalar> {
        let rows = """
            0100000001 0101010100 1101110001 0011101101 1101001000 0100001011 0010011111
            1001001011 1110010111 0101001101 0110110111 0011011110 0000111100 1110101011
            1000000110 0110010111 0011000011 0110111000 1010010111 0011110011
            """.split { $0 == " " || $0 == "\n" }
        let sequences = rows.map { row in row.map { [$0 == "1" ? Scalar(1) : Scalar(0)] } }
        let counts = sequences.map { $0.reduce(Scalar(0)) { $0 + $1[0] } }
        return ElmanExample(try SequenceBatch(sequences: sequences), target: .row(counts))
    }
}
