extension RecurrentStack {
    /// Runs all layers on a batch of sequences.
    ///
    /// - Parameters:
    ///   - input: shape `[T, B, D]`.
    ///   - states: the states before the first step, in the order of `StackPass.finalStates`; `nil`
    ///     means zeros.
    /// - Throws: `RecurrentError.shapeMismatch` if shapes do not match.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func forward(
        _ input: SequenceBatch<Scalar>, from states: [LayerState<Scalar>]? = nil
    ) throws(RecurrentError) -> StackPass<Scalar> {
        try forward(input, from: states, nil)
    }

    /// Runs all layers on a batch of sequences, with some of the signals between layers dropped.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func forward(
        _ input: SequenceBatch<Scalar>, from states: [LayerState<Scalar>]?,
        _ masks: DropoutMasks<Scalar>?
    ) throws(RecurrentError) -> StackPass<Scalar> {
        let directions = layers[0].count
        try checkCount(of: states, "initial states")
        var passes: [[LayerPass<Scalar>]] = []
        var signal = input
        for (index, level) in layers.enumerated() {
            if index > 0 {
                signal = StackPass.output(of: passes[index - 1])
                signal.elements.multiply(by: masks?.ofLayer(index - 1))
            }
            let forward = try level[0].forward(signal, from: states?[index * directions])
            guard directions == 2 else {
                passes.append([forward])
                continue
            }
            let backward = try level[1].forward(
                signal.reversedInTime, from: states?[index * directions + 1], reversed: true)
            passes.append([forward, backward])
        }
        return StackPass(passes: passes, input: input, masks: masks)
    }

    /// Computes gradients by backpropagation through a pass of this stack.
    ///
    /// - Parameters:
    ///   - pass: a forward pass of this stack with its current weights.
    ///   - outputGradient: dL/d`output`, with the same shape; `nil` means zeros.
    ///   - finalStateGradients: gradients of `finalStates`, in the same order; `nil` means zeros.
    ///   - truncatedAfter: k, the maximum number of steps that every loss is propagated back, or
    ///     `nil` for all. The loss after step t reaches the steps t - k + 1 to t of every layer.
    /// - Throws: `RecurrentError` if shapes do not match, if the weights have changed since the
    ///   forward pass, or if several bidirectional layers would have to be truncated: the upper
    ///   ones depend on all steps.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func backward(
        _ pass: StackPass<Scalar>, outputGradient: SequenceBatch<Scalar>? = nil,
        finalStateGradients: [LayerState<Scalar>]? = nil, truncatedAfter steps: Int? = nil
    ) throws(RecurrentError) -> StackStory<Scalar> {
        let directions = layers[0].count
        try checkMade(pass)
        try check(outputGradient, for: pass)
        try checkCount(of: finalStateGradients, "gradients of final states")
        if let truncation = try Truncation(after: steps, of: pass.input.steps), layers.count > 1 {
            return try backward(pass, outputGradient, finalStateGradients, truncation)
        }
        var stories: [[LayerStory<Scalar>]] = []
        var signal = outputGradient
        for index in layers.indices.reversed() {
            signal?.elements.multiply(by: pass.masks?.ofLayer(index))
            let level = layers[index]
            let hidden = level[0].hiddenSize
            let forward = try level[0].backward(
                pass.passes[index][0],
                outputGradient: directions == 2 ? signal?.features(0..<hidden) : signal,
                finalStateGradient: finalStateGradients?[index * directions],
                truncatedAfter: steps)
            guard directions == 2 else {
                stories.insert([forward], at: 0)
                if index > 0 { signal = forward.inputGradient }
                continue
            }
            let backward = try level[1].backward(
                pass.passes[index][1],
                outputGradient: signal?.features(hidden..<2 * hidden).reversedInTime,
                finalStateGradient: finalStateGradients?[index * directions + 1],
                truncatedAfter: steps)
            stories.insert([forward, backward], at: 0)
            if index > 0 { signal = StackStory.inputGradient(of: stories[0]) }
        }
        return StackStory(stories: stories)
    }

    /// Throws if a pass was made by other layers.
    private func checkMade(_ pass: StackPass<Scalar>) throws(RecurrentError) {
        guard pass.passes.map({ $0.map(\.layer) }) == layers else {
            throw .invalidValue(
                name: "the pass", value: "one made with other weights",
                needed: "made by this stack as it is now; call forward again")
        }
    }

    /// Throws if gradients of the output have another shape than the output.
    private func check(
        _ outputGradient: SequenceBatch<Scalar>?, for pass: StackPass<Scalar>
    ) throws(RecurrentError) {
        let (input, features) = (pass.input, pass.outputSize)
        guard let given = outputGradient,
            (given.steps, given.count, given.features) != (input.steps, input.count, features)
        else { return }
        throw .shapeMismatch(
            operation: "a backward pass",
            needed: "gradients of the output of shape "
                + "[\(input.steps), \(input.count), \(features)]",
            given: given.shapeDescription)
    }

    /// Throws if there is not one state per layer.
    private func checkCount(
        of states: [LayerState<Scalar>]?, _ name: String
    ) throws(RecurrentError) {
        let needed = layers.count * layers[0].count
        guard let states, states.count != needed else { return }
        throw .shapeMismatch(
            operation:
                "a stack of \(layers.count.of("layer")) in \(layers[0].count.of("direction"))",
            needed: "\(needed) \(name)", given: "\(states.count)")
    }
}
