extension RecurrentModel {
    /// All parameters under the names of a PyTorch module with an `embedding`, an `rnn` and an
    /// `fc`.
    public var parameters: ParameterSet<Scalar> {
        var set = ParameterSet<Scalar>()
        if let embedding { set.append("embedding.weight", Tensor(embedding)) }
        set.append(stack.parameters.adding(prefix: "rnn."))
        set.append("fc.weight", Tensor(readOutWeight))
        set.append("fc.bias", Tensor(column: readOutBias))
        return set
    }

    /// Loads parameters with the names of `parameters`; other names are ignored.
    ///
    /// - Throws: `RecurrentError` if one is missing or has another shape.
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

    /// Loads the parameters of a module whose parts have other names.
    ///
    /// For a module with `self.lstm` and `self.head`, for example, call `load(parameters,
    /// recurrent: "lstm", readOut: "head")`.
    ///
    /// - Parameters:
    ///   - parameters: the parameters with the module's own names.
    ///   - recurrent: the name of the module's recurrent layers.
    ///   - readOut: the name of its linear read-out.
    ///   - embedding: the name of its embedding.
    /// - Throws: `RecurrentError` if one is missing or has another shape.
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
