extension RecurrentModel: CustomStringConvertible {
    /// The cell and the sizes, from what is read to what is said.
    public var description: String {
        let vocabulary = embedding.map { "\($0.rows) tokens, " } ?? ""
        return "model: \(vocabulary)\(stack), \(outputSize.of("output"))"
    }
}

extension ModelPass: CustomStringConvertible {
    /// How long the sequences are, and the loss.
    public var description: String {
        "forward pass over \(batch.input.steps.of("step")), \(batch.input.count.of("sequence")), "
            + "loss \(loss)"
    }
}

extension ModelStory: CustomStringConvertible {
    /// How long the gradient is.
    public var description: String { "backward pass, gradient of norm \(gradient.norm)" }
}

extension TrainingHistory: CustomStringConvertible {
    /// How many steps there were, and the first and the last loss.
    public var description: String {
        guard let first = losses.first, let last = losses.last else { return "no training" }
        return "training of \(losses.count.of("step")), loss from \(first) to \(last)"
    }
}
