extension ElmanNetwork: Learner {
    /// W, U, V, b, c and H0 by name.
    public var parameters: ParameterSet<Scalar> {
        Self.named([W, U, V, b, c, H0])
    }

    /// Loads W, U, V, b, c and H0.
    public mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError) {
        W = try parameters.matrix("W", like: W)
        U = try parameters.matrix("U", like: U)
        V = try parameters.matrix("V", like: V)
        b = try parameters.matrix("b", like: b)
        c = try parameters.matrix("c", like: c)
        H0 = try parameters.matrix("H0", like: H0)
    }

    /// Returns the loss of an example.
    ///
    /// - Throws: `RecurrentError` if the shapes of the example do not match.
    public func loss(of example: ElmanExample<Scalar>) throws(RecurrentError) -> Scalar {
        try forward(example).loss
    }

    /// Returns the loss of an example and its gradient.
    ///
    /// - Throws: `RecurrentError` if the shapes of the example do not match.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func lossAndGradient(
        of example: ElmanExample<Scalar>
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        let pass = try forward(example)
        return (pass.loss, try backward(pass).gradient.parameters)
    }

    /// Returns the first non-finite number of the forward and backward passes of an example.
    public func firstNonFinite(on example: ElmanExample<Scalar>) -> NonFiniteFinding? {
        guard let pass = try? forward(example) else { return nil }
        return pass.firstNonFinite ?? (try? backward(pass))?.firstNonFinite
    }

    /// Returns matrices under the names of the parameters.
    static func named(_ matrices: [Matrix<Scalar>]) -> ParameterSet<Scalar> {
        var set = ParameterSet<Scalar>()
        for (name, matrix) in zip(["W", "U", "V", "b", "c", "H0"], matrices) {
            set.append(name, Tensor(matrix))
        }
        return set
    }
}

extension ElmanGradient {
    /// The gradients under the names of the parameters.
    public var parameters: ParameterSet<Scalar> {
        ElmanNetwork.named([W, U, V, b, c, H0])
    }
}
