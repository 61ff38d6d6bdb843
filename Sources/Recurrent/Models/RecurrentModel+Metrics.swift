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
        case .classesAtEveryStep(let all):
            classes = try SequenceTarget.inStepOrder(all, of: batch.input)
        default:
            throw .invalidValue(
                name: "the target", value: "numbers", needed: "classes, to count right answers")
        }
        let outputs = try outputs(for: batch.input, atEveryStep: batch.target.isAtEveryStep)
        // Throws where classes and outputs do not fit.
        _ = try batch.target.rows(for: batch.input, outputs: outputSize)
        let asked = classes.count { $0 != nil }
        let right = zip(Self.largest(of: outputs), classes).count { $0 == $1 }
        return Double(right) / Double(asked)
    }

    /// Returns e to the power of the mean cross-entropy of a batch: among how many equally likely
    /// classes the model would have to choose to do as badly.
    ///
    /// - Throws: `RecurrentError` where the loss is no cross-entropy, or shapes do not fit.
    public func perplexity(on batch: Batch<Scalar>) throws(RecurrentError) -> Double {
        guard loss.cost == .crossEntropy else {
            throw .invalidValue(
                name: "the loss", value: "\(loss.cost)", needed: "a cross-entropy, for a perplexity"
            )
        }
        var model = self
        model.loss = .crossEntropy
        return ElementaryFunctions.exponential(Double(try model.loss(of: batch)))
    }

    /// Returns the output with the largest value after the last step of each sequence.
    ///
    /// - Throws: `RecurrentError` where shapes or tokens do not fit.
    public func predictions(
        for input: SequenceInput<Scalar>
    ) throws(RecurrentError) -> [Int] {
        Self.largest(of: try outputs(for: input))
    }

    /// Returns, for every sequence, the output with the largest value after each of its steps.
    ///
    /// - Throws: `RecurrentError` where shapes or tokens do not fit.
    public func predictionsAtEveryStep(
        for input: SequenceInput<Scalar>
    ) throws(RecurrentError) -> [[Int]] {
        let all = Self.largest(of: try outputs(for: input, atEveryStep: true))
        return (0..<input.count).map { sequence in
            (0..<(input.lengths?[sequence] ?? input.steps)).map { step in
                all[step * input.count + sequence]
            }
        }
    }

    /// The column of the largest number of every row.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    static func largest(of outputs: Matrix<Scalar>) -> [Int] {
        (0..<outputs.rows).map { row in
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
