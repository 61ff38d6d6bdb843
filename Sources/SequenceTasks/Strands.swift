internal import Recurrent

/// Cuts tokens into strands that are read in parallel, some steps at a time.
///
/// - Parameters:
///   - size: B, the number of strands.
///   - steps: T, the number of tokens of each strand in a batch.
///   - unit: the name of the tokens' unit, for errors.
func strands<Scalar: RealScalar>(
    of tokens: [Int], size: Int, steps: Int, unit: String
) throws(RecurrentError) -> [Batch<Scalar>] {
    try checkCount("the size of a batch", size, from: 1)
    try checkCount("the number of steps", steps, from: 1)
    let strand = (tokens.count - 1) / size
    guard strand >= steps else {
        throw .invalidValue(
            name: "the length of the text", value: "\(tokens.count)",
            needed: "at least \(size * steps + 1) \(unit) for one batch")
    }
    var batches: [Batch<Scalar>] = []
    for start in stride(from: 0, through: strand - steps, by: steps) {
        let sequences = (0..<size).map { b in
            Array(tokens[b * strand + start..<b * strand + start + steps])
        }
        let next = (0..<size).map { b in
            tokens[b * strand + start + 1...b * strand + start + steps].map(Optional.some)
        }
        batches.append(
            Batch(.tokens(try TokenBatch(sequences)), .classesAtEveryStep(next)))
    }
    return batches
}
