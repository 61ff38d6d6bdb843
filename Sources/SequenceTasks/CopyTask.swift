public import Recurrent

/// The copy task: ten symbols to reproduce after a delay.
///
/// Tokens and classes are 0 for a blank, 1 to 8 for symbols, and 9 for the mark. A sequence has ten
/// symbols, `delay` - 1 blanks, the mark and ten blanks; the target is blank until the mark.
/// - Source: Hochreiter and Schmidhuber 1997, in the form of Arjovsky, Shah and Bengio 2016.
public struct CopyTask: SequenceTask, Hashable {
    /// The number of steps for which the symbols must be remembered, at least 1.
    public var delay: Int

    /// The number of symbols to remember.
    public static let symbolCount = 10

    /// V, the number of tokens and of classes.
    public static let vocabularySize = 10

    /// Creates the task.
    public init(delay: Int) {
        self.delay = delay
    }

    /// The cross-entropy, in nats, of a network without memory: 10 ln 8 / (delay + 20).
    public var memorylessLoss: Double {
        10 * ElementaryFunctions.logarithm(8) / Double(delay + 20)
    }

    /// Generates a batch of `size` sequences.
    ///
    /// - Throws: `RecurrentError.invalidValue` if the size is less than 1 or a setting is invalid.
    public func batch<Scalar: RealScalar>(
        of size: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Batch<Scalar> {
        try checkCount("the delay", delay, from: 1)
        try checkBatch(size, steps: delay + 2 * Self.symbolCount)
        let symbols = (0..<size).map { _ in
            (0..<Self.symbolCount).map { _ in 1 + generator.integer(below: 8) }
        }
        let blanks = Array(repeating: 0, count: delay - 1)
        let tail = Array(repeating: 0, count: Self.symbolCount)
        let tokens = try TokenBatch(symbols.map { $0 + blanks + [9] + tail })
        let silence = Array(repeating: Optional(0), count: tokens.steps - Self.symbolCount)
        let classes = symbols.map { silence + $0.map(Optional.some) }
        return Batch(.tokens(tokens), .classesAtEveryStep(classes))
    }
}
