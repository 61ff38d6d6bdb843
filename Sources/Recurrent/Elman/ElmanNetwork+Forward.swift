extension ElmanNetwork {
    /// Runs the network on an example.
    ///
    /// - Throws: `RecurrentError` for shapes that do not match.
    public func forward(
        _ example: ElmanExample<Scalar>
    ) throws(RecurrentError) -> ElmanPass<Scalar> {
        guard let targets = example.targets else {
            return try forward(example.inputs, target: example.target)
        }
        return try forward(example.inputs, targets: targets)
    }

    /// Runs the network on one sequence of single numbers, and computes the loss of its last
    /// output.
    ///
    /// - Parameters:
    ///   - numbers: x_1 … x_T; one feature per step.
    ///   - target: y, shape `[O, 1]`; a number is a matrix of one element.
    /// - Throws: `RecurrentError` for shapes that do not match, an empty sequence or a number that
    ///   is not finite.
    public func forward(
        _ numbers: [Scalar], target: Matrix<Scalar>
    ) throws(RecurrentError) -> ElmanPass<Scalar> {
        try forward(SequenceBatch(numbers), target: target)
    }

    /// Runs the network on one sequence of vectors, and computes the loss of its last output.
    ///
    /// - Parameters:
    ///   - vectors: x_1 … x_T of D features each.
    ///   - target: y, shape `[O, 1]`.
    /// - Throws: `RecurrentError` for shapes that do not match, an empty sequence or a number that
    ///   is not finite.
    public func forward(
        _ vectors: [[Scalar]], target: Matrix<Scalar>
    ) throws(RecurrentError) -> ElmanPass<Scalar> {
        try forward(SequenceBatch(vectors), target: target)
    }

    /// Runs the network on a batch, and computes the loss of the outputs after the last steps.
    ///
    /// - Parameters:
    ///   - batch: shape `[T, B, D]`.
    ///   - target: y, shape `[O, B]`.
    /// - Throws: `RecurrentError` for shapes that do not match.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func forward(
        _ batch: SequenceBatch<Scalar>, target: Matrix<Scalar>
    ) throws(RecurrentError) -> ElmanPass<Scalar> {
        guard target.shape == Shape(outputSize, batch.count) else {
            throw .shapeMismatch(
                operation: "\(batch.count) sequences with \(outputSize) outputs",
                needed: "a target of shape [\(outputSize), \(batch.count)]",
                given: "\(target.shape)")
        }
        let layerPass = try run(batch)
        let output = try readOut(layerPass.finalState.hidden)
        let (loss, gradient) = try loss.evaluate(
            output, target.transposed, sequences: batch.count)
        return ElmanPass(
            network: self, layerPass: layerPass, outputs: [output.transposed],
            targets: [target], loss: loss, outputGradient: gradient, isReadAtEveryStep: false)
    }

    /// Runs the network on one sequence of single numbers with a target after every step.
    ///
    /// - Parameters:
    ///   - numbers: x_1 … x_T; one feature per step.
    ///   - targets: y_1 … y_T; one output.
    /// - Throws: `RecurrentError` for shapes that do not match, an empty sequence or a number that
    ///   is not finite.
    public func forward(
        _ numbers: [Scalar], targets: [Scalar]
    ) throws(RecurrentError) -> ElmanPass<Scalar> {
        try forward(SequenceBatch(numbers), targets: SequenceBatch(targets))
    }

    /// Runs the network on a batch with a target after every step.
    ///
    /// - Parameters:
    ///   - batch: shape `[T, B, D]`.
    ///   - targets: y_t of every step, shape `[T, B, O]`.
    /// - Throws: `RecurrentError` for shapes that do not match.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func forward(
        _ batch: SequenceBatch<Scalar>, targets: SequenceBatch<Scalar>
    ) throws(RecurrentError) -> ElmanPass<Scalar> {
        guard
            targets.steps == batch.steps, targets.count == batch.count,
            targets.features == outputSize
        else {
            throw .shapeMismatch(
                operation: "a pass over inputs of shape \(batch.shapeDescription)",
                needed: "targets of shape [\(batch.steps), \(batch.count), \(outputSize)]",
                given: targets.shapeDescription)
        }
        try targets.checkIsTarget(steps: batch.steps, count: batch.count, batch.lengths)
        let layerPass = try run(batch)
        let rows = Shape(batch.steps * batch.count, hiddenSize)
        let outputs = try readOut(Matrix(rows, unchecked: layerPass.output.elements))
        let counted = SequenceInput.values(batch).countedPositions
        let (loss, gradient) = try loss.evaluate(
            outputs,
            Matrix(Shape(rows.rows, outputSize), unchecked: targets.elements),
            counted: counted, sequences: batch.count)
        return ElmanPass(
            network: self, layerPass: layerPass,
            outputs: outputs.columnsOfSteps(sequences: batch.count),
            targets: Matrix(Shape(rows.rows, outputSize), unchecked: targets.elements)
                .columnsOfSteps(sequences: batch.count),
            loss: loss, outputGradient: gradient, isReadAtEveryStep: true)
    }

    /// Runs the recurrent part.
    private func run(
        _ batch: SequenceBatch<Scalar>
    ) throws(RecurrentError) -> LayerPass<Scalar> {
        try checkShapes()
        guard batch.features == inputSize else {
            throw .shapeMismatch(
                operation: "an Elman network with U of shape \(U.shape)",
                needed: "inputs of \(inputSize) features", given: "\(batch.features)")
        }
        let start = try initialState(of: batch.count)
        return try layer.forward(batch, from: LayerState(hidden: start))
    }

    /// Returns H₀ as rows, one per sequence, `[B, H]`.
    private func initialState(of count: Int) throws(RecurrentError) -> Matrix<Scalar> {
        if H0.shape == Shape(hiddenSize, count) { return H0.transposed }
        guard H0.shape == Shape(hiddenSize, 1) else {
            throw .shapeMismatch(
                operation: "\(count) sequences with \(hiddenSize) hidden units",
                needed: "H0 of shape [\(hiddenSize), 1] or [\(hiddenSize), \(count)]",
                given: "\(H0.shape)")
        }
        let rows = Array(repeating: H0.elements, count: count).flatMap { $0 }
        return Matrix(Shape(count, hiddenSize), unchecked: rows)
    }

    /// Returns ŷ = V H + c for states in rows; the outputs are rows as well, `[n, O]`.
    private func readOut(_ states: Matrix<Scalar>) throws(RecurrentError) -> Matrix<Scalar> {
        let rows = Array(repeating: c.elements, count: states.rows).flatMap { $0 }
        var outputs = Matrix(Shape(states.rows, outputSize), unchecked: rows)
        outputs.accumulate(states, times: V.transposed)
        return outputs
    }
}

extension Matrix {
    /// Splits rows of steps and sequences, `[T·B, O]`, into one matrix of columns per step.
    func columnsOfSteps(sequences: Int) -> [Matrix] {
        let width = sequences * columns
        return stride(from: 0, to: elements.count, by: width).map { start in
            Matrix(
                Shape(sequences, columns), unchecked: Array(elements[start..<start + width])
            ).transposed
        }
    }
}
