extension ElmanNetwork {
    /// Computes the gradient by backpropagation through time, and keeps the contribution of each
    /// step.
    ///
    /// δ_T = g′(z_T) Vᵀ ∂L/∂ŷ and δ_{t-1} = g′(z_{t-1}) Wᵀ δ_t; then ∂L/∂W = Σ δ_k H_{k-1}ᵀ and
    /// ∂L/∂U = Σ δ_k x_kᵀ.
    ///
    /// - Parameters:
    ///   - pass: a forward pass of this network with its current weights.
    ///   - truncatedAfter: k, the maximum number of steps that every loss is propagated back, or
    ///     `nil` for all. The loss after step t reaches the steps t - k + 1 to t.
    ///   - lossAt: the only step whose loss is used, if every step has a target; `nil` for all.
    /// - Throws: `RecurrentError.invalidValue` if the weights have changed since the forward pass,
    ///   or there is no such loss.
    /// - Source: Werbos 1990; the slides' nested brackets are the same sum.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func backward(
        _ pass: ElmanPass<Scalar>, truncatedAfter steps: Int? = nil, lossAt step: Int? = nil
    ) throws(RecurrentError) -> ElmanStory<Scalar> {
        guard pass.network == self else {
            throw .invalidValue(
                name: "the pass", value: "one made with other weights",
                needed: "made by this network as it is now; call forward again")
        }
        let outputs = try pass.outputGradient(ofLossAt: step)
        var asked = Matrix<Scalar>.zeros(Shape(outputs.rows, hiddenSize))
        asked.accumulate(outputs, times: V)
        let story = try layerStory(pass, asked, truncatedAfter: steps)
        return ElmanStory(
            pass: pass, gradient: gradient(pass, outputs, story), layerStory: story)
    }

    /// Propagates the gradient of the states back through the recurrent part.
    private func layerStory(
        _ pass: ElmanPass<Scalar>, _ asked: Matrix<Scalar>, truncatedAfter steps: Int?
    ) throws(RecurrentError) -> LayerStory<Scalar> {
        let input = pass.input
        guard pass.isReadAtEveryStep else {
            return try pass.layerPass.layer.backward(
                pass.layerPass, finalStateGradient: LayerState(hidden: asked),
                truncatedAfter: steps)
        }
        let everyStep = SequenceBatch(
            steps: input.steps, count: input.count, features: hiddenSize, lengths: nil,
            unchecked: asked.elements)
        return try pass.layerPass.layer.backward(
            pass.layerPass, outputGradient: everyStep, truncatedAfter: steps)
    }

    /// Combines the gradients of all parameters.
    private func gradient(
        _ pass: ElmanPass<Scalar>, _ outputs: Matrix<Scalar>, _ story: LayerStory<Scalar>
    ) -> ElmanGradient<Scalar> {
        let read =
            pass.isReadAtEveryStep
            ? Matrix(
                Shape(outputs.rows, hiddenSize),
                unchecked: pass.layerPass.output.elements)
            : pass.layerPass.finalState.hidden
        var gradientV = Matrix<Scalar>.zeros(V.shape)
        gradientV.accumulate(outputs.transposed, times: read)
        let start = story.initialStateGradient.hidden
        return ElmanGradient(
            W: story.gradient.weightHH, U: story.gradient.weightIH, V: gradientV,
            b: story.gradient.biasIH, c: outputs.columnSums.transposed,
            H0: H0.columns == 1 ? start.columnSums.transposed : start.transposed)
    }
}

extension ElmanPass {
    /// Returns dL/dŷ of all losses, or only of the one after a step.
    fileprivate func outputGradient(
        ofLossAt step: Int?
    ) throws(RecurrentError) -> Matrix<Scalar> {
        guard let step else { return outputGradient }
        guard isReadAtEveryStep, (1...input.steps).contains(step) else {
            throw .invalidValue(
                name: "the step of the loss", value: "\(step)",
                needed: isReadAtEveryStep
                    ? "from 1 to \(input.steps)" : "nil: only the last step has a target")
        }
        var chosen = outputGradient
        for row in 0..<chosen.rows where row / input.count != step - 1 {
            for column in 0..<chosen.columns { chosen[row, column] = 0 }
        }
        return chosen
    }
}

extension Matrix {
    /// The sum of every column, shape `[1, columns]`.
    var columnSums: Matrix {
        var sums = Matrix.zeros(Shape(1, columns))
        for row in 0..<rows {
            for column in 0..<columns {
                sums.elements[column] += elements[row * columns + column]
            }
        }
        return sums
    }
}
