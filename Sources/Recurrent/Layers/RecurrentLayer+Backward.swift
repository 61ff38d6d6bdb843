extension RecurrentLayer {
    /// Computes gradients by backpropagation through a pass of this layer.
    ///
    /// - Parameters:
    ///   - pass: a forward pass of this layer with its current weights.
    ///   - outputGradient: dL/dh of the outputs at every step, shape `[T, B, H]`; `nil` means
    ///     zeros.
    ///   - finalStateGradient: dL/dh and dL/dc of the state after the last step; `nil` means zeros.
    ///   - truncatedAfter: k, the maximum number of steps that every loss is propagated back, or
    ///     `nil` for all. The gradient of the state after step t reaches the steps t - k + 1 to t.
    /// - Throws: `RecurrentError` if shapes do not match, or the weights have changed since the
    ///   forward pass.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func backward(
        _ pass: LayerPass<Scalar>, outputGradient: SequenceBatch<Scalar>? = nil,
        finalStateGradient: LayerState<Scalar>? = nil, truncatedAfter steps: Int? = nil
    ) throws(RecurrentError) -> LayerStory<Scalar> {
        try checkMade(pass)
        let record = pass.record
        let asked = try asked(outputGradient, of: record)
        guard let truncation = try Truncation(after: steps, of: record.steps) else {
            let weights = BackwardWeights(self, record)
            let gradients = BackwardRecord(record, asked: asked)
            try ask(gradients, finalStateGradient: finalStateGradient)
            retrace(gradients, weights, asked)
            return story(of: pass, gradients)
        }
        let way = TruncatedRetrace(self, record)
        if let finalStateGradient {
            try way.followFinalStates(reach: truncation.reachOfFinalStates(of: record)) {
                (gradients) throws(RecurrentError) in
                try ask(gradients, finalStateGradient: finalStateGradient)
            }
        }
        for step in record.stepsAsked(by: asked) {
            way.followLoss(
                after: step, downTo: truncation.first(ofLossAfter: step), asked: asked,
                isAskedOnTheWay: false)
        }
        return story(of: pass, way.sums)
    }

    /// Propagates all gradients back through all steps.
    private func retrace(
        _ gradients: BackwardRecord<Scalar>, _ weights: BackwardWeights<Scalar>, _ asked: [Scalar]
    ) {
        let record = gradients.record
        asked.withUnsafeBufferPointer { asked in
            let (parts, rounds) = (record.sequenceParts, record.stepRounds)
            ThreadTeam.run(record.threads, parts: parts, rounds: rounds) { part, round in
                gradients.retrace(
                    rows: (0..<record.count).share(part, of: parts),
                    steps: (0..<record.steps).share(rounds - 1 - round, of: rounds),
                    weights, asked: asked)
            }
        }
    }

    /// Computes the gradients of the weights from those of the preactivations.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func story(
        of pass: LayerPass<Scalar>, _ gradients: BackwardRecord<Scalar>
    ) -> LayerStory<Scalar> {
        LayerStory(
            pass: pass,
            gradient: gradients.weightGradients(of: 0..<pass.steps, input: pass.input),
            gradients: gradients)
    }

    /// Throws if a pass was made with other weights.
    func checkMade(_ pass: LayerPass<Scalar>) throws(RecurrentError) {
        guard pass.layer == self else {
            throw .invalidValue(
                name: "the pass", value: "one made with other weights",
                needed: "made by this network as it is now; call forward again")
        }
    }

    /// Returns the gradients of the outputs, without those of steps that were not computed; empty
    /// if all are zero.
    func asked(
        _ outputGradient: SequenceBatch<Scalar>?, of record: LayerRecord<Scalar>
    ) throws(RecurrentError) -> [Scalar] {
        guard let outputGradient else { return [] }
        guard
            outputGradient.steps == record.steps, outputGradient.count == record.count,
            outputGradient.features == record.hidden
        else {
            throw .shapeMismatch(
                operation: "a backward pass",
                needed: "gradients of the output of shape "
                    + "[\(record.steps), \(record.count), \(record.hidden)]",
                given: outputGradient.shapeDescription)
        }
        var elements = outputGradient.elements
        record.eraseIdleSteps(of: &elements)
        return elements
    }

    /// Adds the gradients of the state after the last step.
    func ask(
        _ gradients: BackwardRecord<Scalar>, finalStateGradient: LayerState<Scalar>?
    ) throws(RecurrentError) {
        guard let finalStateGradient else { return }
        let record = gradients.record
        let shape = Shape(record.count, record.hidden)
        let parts = [
            (finalStateGradient.hidden as Matrix?, gradients.state(record.steps, 0)),
            (finalStateGradient.cell, gradients.cell(record.steps, 0)),
        ]
        for (index, (matrix, target)) in parts.enumerated() {
            guard let matrix else { continue }
            guard matrix.shape == shape, index == 0 || cell.hasCellState else {
                throw .shapeMismatch(
                    operation: "a backward pass",
                    needed: "a gradient of the final state of shape \(shape)",
                    given: "\(matrix.shape)")
            }
            for (offset, element) in matrix.elements.enumerated() { target[offset] += element }
        }
    }
}

extension LayerRecord {
    /// Returns the steps, from 1 to T, whose gradient is not zero.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func stepsAsked(by asked: [Scalar]) -> [Int] {
        guard !asked.isEmpty else { return [] }
        let width = count * hidden
        return (1...steps).filter { step in
            // NaN is not zero either.
            asked[(step - 1) * width..<step * width].contains { $0 != 0 }
        }
    }
}
