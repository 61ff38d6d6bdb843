extension RecurrentModel {
    /// Runs the model on a batch and computes its loss.
    ///
    /// - Parameters:
    ///   - batch: the input and the target.
    ///   - states: the states before the first step, taken from `finalStates` of another pass;
    ///     `nil` means zeros. Gradients do not flow into that pass: this is truncated
    ///     backpropagation through time.
    /// - Throws: `RecurrentError` if shapes, tokens or classes do not match.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func forward(
        _ batch: Batch<Scalar>, from states: [LayerState<Scalar>]? = nil
    ) throws(RecurrentError) -> ModelPass<Scalar> {
        try forward(batch, from: states, dropping: nil)
    }

    /// Runs the model on a batch with some signals dropped, and computes its loss.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func forward(
        _ batch: Batch<Scalar>, from states: [LayerState<Scalar>]?,
        dropping masks: DropoutMasks<Scalar>?
    ) throws(RecurrentError) -> ModelPass<Scalar> {
        let stackPass = try stack.forward(vectors(of: batch.input), from: states, masks)
        let read = rows(read: batch.target.isAtEveryStep, of: stackPass)
        let outputs = try readOut(read, sequences: batch.input.count)
        let (targets, counted) = try batch.target.rows(
            for: batch.input, outputs: outputSize, ignoring: loss.ignoredClass)
        let (loss, gradient) = try loss.evaluate(
            outputs, targets, counted: counted, sequences: batch.input.count)
        return ModelPass(
            model: self, batch: batch, stackPass: stackPass, outputs: outputs, loss: loss,
            outputGradient: gradient)
    }

    /// Runs the model on sequences without a target.
    ///
    /// - Returns: the outputs after the last steps, `[B, O]`, or after every step, `[T·B, O]`.
    /// - Throws: `RecurrentError` if shapes or tokens do not match.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func outputs(
        for input: SequenceInput<Scalar>, atEveryStep: Bool = false,
        from states: [LayerState<Scalar>]? = nil
    ) throws(RecurrentError) -> Matrix<Scalar> {
        let pass = try stack.forward(vectors(of: input), from: states)
        return try readOut(rows(read: atEveryStep, of: pass), sequences: input.count)
    }

    /// Computes the gradients of all parameters by backpropagation through a pass.
    ///
    /// - Parameters:
    ///   - pass: a forward pass of this model with its current weights.
    ///   - truncatedAfter: k, the maximum number of steps that every loss is propagated back, or
    ///     `nil` for all. The loss after step t reaches the steps t - k + 1 to t of every layer.
    /// - Throws: `RecurrentError.invalidValue` if the weights have changed since the forward pass,
    ///   or if several bidirectional layers would have to be truncated.
    public func backward(
        _ pass: ModelPass<Scalar>, truncatedAfter steps: Int? = nil
    ) throws(RecurrentError) -> ModelStory<Scalar> {
        try backward(pass, asking: pass.outputGradient, truncatedAfter: steps)
    }

    /// Computes the gradients of all parameters from gradients of the outputs, such as those of a
    /// custom loss.
    ///
    /// - Parameters:
    ///   - pass: a forward pass of this model with its current weights; its own loss is ignored.
    ///   - gradient: dL/d`outputs`, with the shape of the pass's outputs.
    ///   - steps: k, the maximum number of steps that every loss is propagated back, or `nil` for
    ///     all.
    /// - Throws: `RecurrentError` if the shape does not match, or the weights have changed since
    ///   the forward pass.
    public func backward(
        _ pass: ModelPass<Scalar>, outputGradient gradient: Matrix<Scalar>,
        truncatedAfter steps: Int? = nil
    ) throws(RecurrentError) -> ModelStory<Scalar> {
        guard gradient.shape == pass.outputs.shape else {
            throw .shapeMismatch(
                operation: "a backward pass",
                needed: "a gradient of the outputs of shape \(pass.outputs.shape)",
                given: "\(gradient.shape)")
        }
        return try backward(pass, asking: gradient, truncatedAfter: steps)
    }

    /// Runs the model on sequences and returns the outputs and the states, with which the next call
    /// can continue.
    ///
    /// - Parameter states: the initial states, as returned by an earlier call; `nil` means zeros.
    /// - Returns: the outputs after the last steps, `[B, O]`, or after every step, `[T·B, O]`, and
    ///   the states of all layers after the last step.
    /// - Throws: `RecurrentError` if shapes or tokens do not match.
    public func outputsAndStates(
        for input: SequenceInput<Scalar>, atEveryStep: Bool = false,
        from states: [LayerState<Scalar>]? = nil
    ) throws(RecurrentError) -> (outputs: Matrix<Scalar>, states: [LayerState<Scalar>]) {
        let pass = try stack.forward(vectors(of: input), from: states)
        let outputs = try readOut(rows(read: atEveryStep, of: pass), sequences: input.count)
        return (outputs, pass.finalStates)
    }

    /// Returns the saliency map of one output after the last steps.
    ///
    /// - Parameters:
    ///   - output: the index of the output.
    ///   - input: the sequences.
    /// - Returns: the norm of the output's gradient with respect to each step's input vector, `[T,
    ///   B]`.
    /// - Throws: `RecurrentError` if there is no such output, or shapes do not match.
    public func saliency(
        ofOutput output: Int, for input: SequenceInput<Scalar>
    ) throws(RecurrentError) -> Matrix<Scalar> {
        guard (0..<outputSize).contains(output) else {
            throw .invalidValue(
                name: "the output", value: "\(output)", needed: "from 0 to \(outputSize - 1)")
        }
        var asked = Matrix<Scalar>.zeros(Shape(input.count, outputSize))
        for row in 0..<input.count { asked[row, output] = 1 }
        let pass = try forward(Batch(input, .values(asked)))
        return try backward(pass, asking: asked).saliency
    }

    /// Computes the gradients of all parameters from gradients of the outputs.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    private func backward(
        _ pass: ModelPass<Scalar>, asking asked: Matrix<Scalar>, truncatedAfter steps: Int? = nil
    ) throws(RecurrentError) -> ModelStory<Scalar> {
        guard pass.model == self else {
            throw .invalidValue(
                name: "the pass", value: "one made with other weights",
                needed: "made by this model as it is now; call forward again")
        }
        let limit = computation.productLimit(steps: asked.rows / pass.batch.input.count)
        var states = Matrix<Scalar>.zeros(Shape(asked.rows, stack.outputSize))
        states.accumulate(
            asked, times: readOutWeight, limit: limit,
            instructions: computation.instructions)
        states.elements.multiply(by: pass.stackPass.masks?.readOut)
        let story = try stackStory(of: pass, states, truncatedAfter: steps)
        var weight = Matrix<Scalar>.zeros(readOutWeight.shape)
        weight.accumulate(
            asked.transposed,
            times: rows(read: pass.batch.target.isAtEveryStep, of: pass.stackPass), limit: limit,
            instructions: computation.instructions)
        var gradient = ParameterSet<Scalar>()
        if let table = embeddingGradient(pass, story) {
            gradient.append("embedding.weight", Tensor(table))
        }
        gradient.append(story.gradient.adding(prefix: "rnn."))
        gradient.append("fc.weight", Tensor(weight))
        gradient.append("fc.bias", Tensor([outputSize], unchecked: asked.columnSums.elements))
        return ModelStory(gradient: gradient, stackStory: story)
    }

    /// Passes the gradients of the states with outputs to the recurrent layers.
    private func stackStory(
        of pass: ModelPass<Scalar>, _ states: Matrix<Scalar>, truncatedAfter steps: Int?
    ) throws(RecurrentError) -> StackStory<Scalar> {
        let input = pass.stackPass.input
        if pass.batch.target.isAtEveryStep {
            return try stack.backward(
                pass.stackPass,
                outputGradient: SequenceBatch(
                    steps: input.steps, count: input.count, features: stack.outputSize,
                    lengths: nil, unchecked: states.elements), truncatedAfter: steps)
        }
        let directions = stack.layers[0].count
        let none = Matrix<Scalar>.zeros(Shape(input.count, stack.hiddenSize))
        var final = Array(
            repeating: LayerState(hidden: none), count: (stack.layers.count - 1) * directions)
        for direction in 0..<directions {
            let range = direction * stack.hiddenSize..<(direction + 1) * stack.hiddenSize
            final.append(LayerState(hidden: states.columns(range)))
        }
        return try stack.backward(
            pass.stackPass, finalStateGradients: final, truncatedAfter: steps)
    }

    /// Adds up the gradients of each token's vector; returns `nil` without an embedding.
    private func embeddingGradient(
        _ pass: ModelPass<Scalar>, _ story: StackStory<Scalar>
    ) -> Matrix<Scalar>? {
        guard let embedding, case .tokens(let batch) = pass.batch.input else { return nil }
        var table = Matrix<Scalar>.zeros(embedding.shape)
        let width = embedding.columns
        let elements = story.inputGradient.elements
        for (index, token) in batch.tokens.enumerated() {
            for k in 0..<width { table.elements[token * width + k] += elements[index * width + k] }
        }
        return table
    }

    /// Returns the vectors that are the input of the layers.
    func vectors(
        of input: SequenceInput<Scalar>
    ) throws(RecurrentError) -> SequenceBatch<Scalar> {
        switch input {
        case .values(let batch):
            guard embedding == nil else {
                throw .invalidValue(
                    name: "the input", value: "feature vectors",
                    needed: "tokens: this model has an embedding")
            }
            return batch
        case .tokens(let batch):
            guard let embedding else {
                return try batch.oneHot(vocabulary: stack.inputSize, of: Scalar.self)
            }
            try batch.check(vocabulary: embedding.rows)
            let width = embedding.columns
            var elements: [Scalar] = []
            elements.reserveCapacity(batch.tokens.count * width)
            for token in batch.tokens {
                elements += embedding.elements[token * width..<(token + 1) * width]
            }
            return SequenceBatch(
                steps: batch.steps, count: batch.count, features: width, lengths: batch.lengths,
                unchecked: elements)
        }
    }

    /// Returns the states with outputs, one row per state.
    private func rows(
        read everyStep: Bool, of pass: StackPass<Scalar>
    ) -> Matrix<Scalar> {
        var rows =
            everyStep
            ? Matrix(
                Shape(pass.input.steps * pass.input.count, pass.outputSize),
                unchecked: pass.output.elements) : pass.summary
        rows.elements.multiply(by: pass.masks?.readOut)
        return rows
    }

    /// Returns the outputs of some states.
    func readOut(
        _ states: Matrix<Scalar>, sequences: Int
    ) throws(RecurrentError) -> Matrix<Scalar> {
        try checkShapes()
        let bias = Array(repeating: readOutBias.elements, count: states.rows).flatMap { $0 }
        var outputs = Matrix(Shape(states.rows, outputSize), unchecked: bias)
        outputs.accumulate(
            states, times: readOutWeight.transposed,
            limit: computation.productLimit(steps: states.rows / sequences),
            instructions: computation.instructions)
        return outputs
    }
}
