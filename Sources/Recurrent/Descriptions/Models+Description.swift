extension RecurrentModel: CustomStringConvertible {
    /// The cell and the sizes, from input to output.
    public var description: String {
        let vocabulary = embedding.map { "\($0.rows) tokens, " } ?? ""
        return "model: \(vocabulary)\(stack), \(outputSize.of("output"))"
    }
}

extension ModelPass: CustomStringConvertible {
    /// The length of the sequences, and the loss.
    public var description: String {
        "forward pass over \(batch.input.steps.of("step")), \(batch.input.count.of("sequence")), "
            + "loss \(loss)"
    }
}

extension ModelStory: CustomStringConvertible {
    /// The norm of the gradient.
    public var description: String { "backward pass, gradient of norm \(gradient.norm)" }
}

extension TrainingHistory: CustomStringConvertible {
    /// The number of steps, and the first and the last loss.
    public var description: String {
        guard let first = losses.first, let last = losses.last else { return "no training" }
        return "training of \(losses.count.of("step")), loss from \(first) to \(last)"
    }
}
