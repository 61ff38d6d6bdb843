extension ElmanNetwork: CustomStringConvertible {
    /// The sizes and the activation, and the weights if they are single numbers.
    public var description: String {
        "Elman network, \(U.columns.of("input")), \(W.rows.of("unit")), \(V.rows.of("output")), "
            + "\(activation): W = \(W.summary), U = \(U.summary), V = \(V.summary)"
    }
}

extension ElmanPass: CustomStringConvertible {
    /// The length of the sequences, and the loss; `trace` shows every step.
    public var description: String {
        "forward pass over \(layerPass.steps.of("step")), \(input.count.of("sequence")), "
            + "loss \(loss)\ntrace shows its steps"
    }
}

extension ElmanStory: CustomStringConvertible {
    /// The gradients of the weights; `trace` and `contributionTable` show their origin.
    public var description: String {
        "backward pass over \(pass.layerPass.steps.of("step"))\n\(gradient.weights)\n"
            + "contributionTable shows its steps"
    }
}

extension ElmanGradient: CustomStringConvertible {
    /// The derivatives if they are single numbers, otherwise their shapes.
    public var description: String {
        "\(weights)\n∂L/∂V = \(V.summary), ∂L/∂c = \(c.summary)\n"
            + "∂L/∂b = \(b.summary), ∂L/∂H₀ = \(H0.summary)"
    }

    /// The derivatives with respect to W and U.
    fileprivate var weights: String { "∂L/∂W = \(W.summary), ∂L/∂U = \(U.summary)" }
}
