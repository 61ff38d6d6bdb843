extension RecurrentModel {
    /// Returns how often the largest output is that of the right class, from 0 to 1.
    ///
    /// - Throws: `RecurrentError` where the batch has no classes, or shapes do not fit.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func accuracy(on batch: Batch<Scalar>) throws(RecurrentError) -> Double {
        let classes: [Int?]
        switch batch.target {
        case .classes(let all): classes = all
        case .classesAtEveryStep(let all): classes = all
        default:
            throw .invalidValue(
                name: "the target", value: "numbers", needed: "classes, to count right answers")
        }
        let guesses = try predictions(
            for: batch.input, atEveryStep: batch.target.isAtEveryStep)
        let (_, counted) = try batch.target.rows(for: batch.input, outputs: outputSize)
        var (right, asked) = (0, 0)
        for (index, guess) in guesses.enumerated() where counted?[index] ?? true {
            asked += 1
            if guess == classes[index] { right += 1 }
        }
        return asked == 0 ? 0 : Double(right) / Double(asked)
    }

    /// Returns the output with the largest value, for every sequence or for every step of each.
    ///
    /// - Throws: `RecurrentError` where shapes or tokens do not fit.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func predictions(
        for input: SequenceInput<Scalar>, atEveryStep: Bool = false
    ) throws(RecurrentError) -> [Int] {
        let outputs = try outputs(for: input, atEveryStep: atEveryStep)
        return (0..<outputs.rows).map { row in
            var best = 0
            for column in 1..<max(outputs.columns, 1)
            where outputs[row, column] > outputs[row, best] {
                best = column
            }
            return best
        }
    }

    /// Returns the probability of each class after the last step of each sequence, `[B, O]`.
    ///
    /// - Throws: `RecurrentError` where shapes or tokens do not fit.
    public func probabilities(
        for input: SequenceInput<Scalar>
    ) throws(RecurrentError) -> Matrix<Scalar> {
        let outputs = try outputs(for: input)
        let rows = (0..<outputs.rows).flatMap { softmax(outputs.row($0).elements) }
        return Matrix(outputs.shape, unchecked: rows)
    }
}
