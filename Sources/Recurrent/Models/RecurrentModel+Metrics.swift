extension RecurrentModel {
    /// Returns the accuracy: the fraction of targets for which the largest output is that of the
    /// right class.
    ///
    /// - Throws: `RecurrentError` if the batch has no classes, or shapes do not match.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func accuracy(on batch: Batch<Scalar>) throws(RecurrentError) -> Double {
        let classes: [Int?]
        switch batch.target {
        case .classes(let all):
            classes = try SequenceTarget<Scalar>.leaving(out: loss.ignoredClass, of: all)
        case .classesAtEveryStep(let all):
            classes = try SequenceTarget<Scalar>.leaving(
                out: loss.ignoredClass, of: SequenceTarget.inStepOrder(all, of: batch.input))
        default:
            throw .invalidValue(
                name: "the target", value: "numbers", needed: "classes, to count right answers")
        }
        let outputs = try outputs(for: batch.input, atEveryStep: batch.target.isAtEveryStep)
        // Throws if classes and outputs do not match.
        _ = try batch.target.rows(
            for: batch.input, outputs: outputSize, ignoring: loss.ignoredClass)
        let asked = classes.count { $0 != nil }
        let right = zip(Self.largest(of: outputs), classes).count { $0 == $1 }
        return Double(right) / Double(asked)
    }

    /// Returns the perplexity of a batch: e to the power of its mean cross-entropy, the number of
    /// equally likely classes with the same uncertainty.
    ///
    /// - Throws: `RecurrentError` if the loss is not a cross-entropy, or shapes do not match.
    public func perplexity(on batch: Batch<Scalar>) throws(RecurrentError) -> Double {
        guard loss.cost == .crossEntropy else {
            throw .invalidValue(
                name: "the loss", value: loss.cost.name, needed: "a cross-entropy, for a perplexity"
            )
        }
        var model = self
        model.loss.reduction = .mean
        model.loss.classWeights = nil
        return ElementaryFunctions.exponential(Double(try model.loss(of: batch)))
    }

    /// Returns the index of the largest output after the last step of each sequence.
    ///
    /// - Throws: `RecurrentError` if shapes or tokens do not match.
    public func predictions(
        for input: SequenceInput<Scalar>
    ) throws(RecurrentError) -> [Int] {
        Self.largest(of: try outputs(for: input))
    }

    /// Returns, for every sequence, the index of the largest output after each of its steps.
    ///
    /// - Throws: `RecurrentError` if shapes or tokens do not match.
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

    /// Returns the column of the largest number of every row.
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
    /// - Throws: `RecurrentError` if shapes or tokens do not match.
    public func probabilities(
        for input: SequenceInput<Scalar>
    ) throws(RecurrentError) -> Matrix<Scalar> {
        let outputs = try outputs(for: input)
        let rows = (0..<outputs.rows).flatMap { softmax(outputs.row($0).elements) }
        return Matrix(outputs.shape, unchecked: rows)
    }
}
