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
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
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

    /// Takes over parameters of a module that calls its parts otherwise.
    ///
    /// Of a module with `self.lstm` and `self.head`, for example, they are taken over by
    /// `load(parameters, recurrent: "lstm", readOut: "head")`.
    ///
    /// - Parameters:
    ///   - parameters: the parameters under the module's own names.
    ///   - recurrent: what the module calls its recurrent layers.
    ///   - readOut: what it calls its linear read-out.
    ///   - embedding: what it calls its embedding.
    /// - Throws: `RecurrentError` where one is missing or has another shape.
    public mutating func load(
        _ parameters: ParameterSet<Scalar>, recurrent: String, readOut: String = "fc",
        embedding: String = "embedding"
    ) throws(RecurrentError) {
        var renamed = ParameterSet<Scalar>()
        for (own, theirs) in [("rnn", recurrent), ("fc", readOut), ("embedding", embedding)] {
            let part = parameters.dropping(prefix: theirs + ".")
            guard !part.names.isEmpty || own == "embedding" && self.embedding == nil else {
                throw .invalidValue(
                    name: "the part \(theirs)", value: "missing",
                    needed: "a prefix of these names: \(parameters.names.joined(separator: ", "))")
            }
            renamed.append(part.adding(prefix: own + "."))
        }
        try load(renamed)
    }
}
