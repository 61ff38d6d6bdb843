extension RecurrentLayer {
    /// Runs the layer on a batch of sequences.
    ///
    /// The pass stores n·T·B·H numbers for the backward pass, with n = 2 for an Elman cell, 6 for
    /// an LSTM and 5 for a GRU, and the backward pass needs as many again: memory grows linearly
    /// with T.
    ///
    /// - Parameters:
    ///   - input: shape `[T, B, D]`.
    ///   - state: the state before the first step; `nil` means zeros, with the same result.
    /// - Throws: `RecurrentError.shapeMismatch` if shapes do not match, `.nonFinite` if the state
    ///   is not finite, and `.invalidValue` if the pass would not fit into the machine's memory.
    public func forward(
        _ input: SequenceBatch<Scalar>, from state: LayerState<Scalar>? = nil
    ) throws(RecurrentError) -> LayerPass<Scalar> {
        try forward(input, from: state, reversed: false)
    }

    /// Runs the layer on sequences, whose input is in reverse order if `reversed` is set.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func forward(
        _ input: SequenceBatch<Scalar>, from state: LayerState<Scalar>?, reversed: Bool
    ) throws(RecurrentError) -> LayerPass<Scalar> {
        try checkShapes()
        try computation.check()
        guard input.features == inputSize else {
            throw .shapeMismatch(
                operation: "a layer with weights of the input \(weightIH.shape)",
                needed: "inputs of shape [T, B, \(inputSize)]", given: input.shapeDescription)
        }
        try MachineMemory.check(
            "a pass over inputs of shape \(input.shapeDescription) with \(hiddenSize) hidden units",
            sizes: [
                input.steps, input.count,
                plan.map { $0.width + hiddenSize }
                    ?? hiddenSize * (cell.gates.count + 1),
            ])
        let mask = StepMask(lengths: input.lengths, steps: input.steps, reversed: reversed)
        let record = LayerRecord(self, steps: input.steps, count: input.count, mask: mask)
        try begin(record, from: state)
        let weights = ForwardWeights(self, record)
        input.elements.withUnsafeBufferPointer { numbers in
            guard let start = numbers.baseAddress else { return }
            let parts = record.productParts
            ThreadTeam.run(record.threads, parts: parts) { part, _ in
                let rows = (0..<input.steps * input.count).share(part, of: parts)
                record.readInputs(start, rows: rows, weights)
            }
        }
        let (parts, rounds) = (record.sequenceParts, record.stepRounds)
        ThreadTeam.run(record.threads, parts: parts, rounds: rounds) { part, round in
            record.advance(
                rows: (0..<input.count).share(part, of: parts),
                steps: (0..<input.steps).share(round, of: rounds), weights)
        }
        return LayerPass(layer: self, input: input, record: record)
    }

    /// Writes the state before the first step into a record.
    private func begin(
        _ record: LayerRecord<Scalar>, from state: LayerState<Scalar>?
    ) throws(RecurrentError) {
        try copy(state?.hidden, named: "h", to: record.states, of: record)
        if cell.hasCellState {
            guard state == nil || state?.cell != nil else {
                throw .invalidValue(
                    name: "the initial c", value: "not given",
                    needed: "given beside h: the state of an LSTM is LayerState(hidden: h, cell: c)"
                )
            }
            try copy(state?.cell, named: "c", to: record.cells, of: record)
        } else if state?.cell != nil {
            throw .invalidValue(
                name: "the initial c", value: "given", needed: "nil: only an LSTM has a cell state")
        }
    }

    /// Writes one part of the state before the first step; `nil` means zeros.
    private func copy(
        _ matrix: Matrix<Scalar>?, named name: String, to buffer: ScalarBuffer<Scalar>,
        of record: LayerRecord<Scalar>
    ) throws(RecurrentError) {
        let shape = Shape(record.count, record.hidden)
        guard let matrix else {
            buffer.start.update(repeating: 0, count: shape.count)
            return
        }
        guard matrix.shape == shape else {
            throw .shapeMismatch(
                operation: "the initial \(name) of \(record.count) sequences",
                needed: "shape \(shape)", given: "\(matrix.shape)")
        }
        for (index, element) in matrix.elements.enumerated() {
            guard element.isFinite else {
                throw .nonFiniteData(
                    place: "unit \(index % shape.columns) of the initial \(name) of sequence "
                        + "\(index / shape.columns)",
                    value: "\(element)")
            }
            buffer.start[index] = element
        }
    }
}
