public import Recurrent

/// The temporal order task: two or three symbols X or Y among distractors, whose order is the
/// class.
///
/// Tokens are the distractors a to d, then X and Y, then the start and the end; the class counts X
/// as 0 and Y as 1, the first symbol highest.
/// - Source: Hochreiter and Schmidhuber 1997, experiments 6a and 6b.
public struct TemporalOrderTask: SequenceTask, Hashable {
    /// T, the number of steps, at least 10.
    public var length: Int

    /// The number of symbols that determine the class, 2 or 3.
    public var symbols: Int

    /// V, the number of tokens.
    public static let vocabularySize = 8

    /// Creates the task.
    public init(length: Int, symbols: Int = 2) {
        self.length = length
        self.symbols = symbols
    }

    /// The number of classes, 4 or 8.
    public var classCount: Int { 1 << symbols }

    /// Generates a batch of `size` sequences.
    ///
    /// - Throws: `RecurrentError.invalidValue` if the size is less than 1 or a setting is invalid.
    public func batch<Scalar: RealScalar>(
        of size: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Batch<Scalar> {
        try checkCount("the number of steps", length, from: 10)
        try checkBatch(size, steps: length)
        guard symbols == 2 || symbols == 3 else {
            throw .invalidValue(
                name: "the number of symbols", value: "\(symbols)", needed: "2 or 3")
        }
        // The tenths of the sequence that contain the symbols.
        let starts = symbols == 2 ? [1, 5] : [1, 3, 6]
        var sequences: [[Int]] = []
        var classes: [Int] = []
        for _ in 0..<size {
            var tokens = (0..<length).map { _ in generator.integer(below: 4) }
            (tokens[0], tokens[length - 1]) = (6, 7)
            var label = 0
            for tenth in starts {
                let start = max(1, tenth * length / 10)
                let end = max(start + 1, (tenth + 1) * length / 10)
                let symbol = generator.integer(below: 2)
                tokens[start + generator.integer(below: end - start)] = 4 + symbol
                label = 2 * label + symbol
            }
            sequences.append(tokens)
            classes.append(label)
        }
        return Batch(.tokens(try TokenBatch(sequences)), .classes(classes))
    }
}
