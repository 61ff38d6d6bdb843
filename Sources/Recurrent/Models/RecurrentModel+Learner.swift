extension RecurrentModel: Learner {
    /// Returns the loss of an example.
    ///
    /// - Throws: `RecurrentError` if the shapes of the example do not match.
    public func loss(of example: Batch<Scalar>) throws(RecurrentError) -> Scalar {
        try forward(example).loss
    }

    /// Returns the loss of an example and its gradient.
    ///
    /// - Throws: `RecurrentError` if the shapes of the example do not match.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func lossAndGradient(
        of example: Batch<Scalar>
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        let pass = try forward(example)
        return (pass.loss, try backward(pass).gradient)
    }

    /// Returns the first non-finite number of the forward and backward passes of an example.
    public func firstNonFinite(on example: Batch<Scalar>) -> NonFiniteFinding? {
        guard let pass = try? forward(example) else { return nil }
        return pass.firstNonFinite ?? (try? backward(pass))?.firstNonFinite
    }
}
