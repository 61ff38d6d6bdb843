extension RecurrentModel {
    /// All parameters under the names of a PyTorch module with an `embedding`, an `rnn` and an `fc`.
    public var parameters: ParameterSet<Scalar> {
        var set = ParameterSet<Scalar>()
        if let embedding { set.append("embedding.weight", Tensor(embedding)) }
        set.append(stack.parameters.adding(prefix: "rnn."))
        set.append("fc.weight", Tensor(readOutWeight))
        set.append("fc.bias", Tensor(column: readOutBias))
        return set
    }

    /// Takes over parameters with the names of `parameters`; those of other names are left out.
    ///
    /// - Throws: `RecurrentError` where one is missing or has another shape.
    public mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError) {
        var loaded = self
        if let embedding {
            loaded.embedding = try parameters.matrix("embedding.weight", like: embedding)
        }
        try loaded.stack.load(parameters.dropping(prefix: "rnn."))
        loaded.readOutWeight = try parameters.matrix("fc.weight", like: readOutWeight)
        loaded.readOutBias = try parameters.matrix("fc.bias", like: readOutBias)
        self = loaded
    }
}
