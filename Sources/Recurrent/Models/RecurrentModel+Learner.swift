extension RecurrentModel: Learner {
    /// Returns the loss of an example.
    ///
    /// - Throws: `RecurrentError` where the example does not fit.
    public func loss(of example: Batch<Scalar>) throws(RecurrentError) -> Scalar {
        try forward(example).loss
    }

    /// Returns the loss of an example and its gradient.
    ///
    /// - Throws: `RecurrentError` where the example does not fit.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func lossAndGradient(
        of example: Batch<Scalar>
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        let pass = try forward(example)
        return (pass.loss, try backward(pass).gradient)
    }

    /// Finds the first number on the way to the loss of an example and back that is not finite.
    public func firstNonFinite(on example: Batch<Scalar>) -> NonFiniteFinding? {
        guard let pass = try? forward(example) else { return nil }
        return pass.firstNonFinite ?? (try? backward(pass))?.firstNonFinite
    }
}
