extension ElmanPass {
    /// Returns ∂H_t/∂H_{t-1} = diag(g′(z_t)) W of one sequence, shape `[H, H]`.
    ///
    /// - Parameters:
    ///   - step: t, from 1 to T.
    ///   - sequence: the index of the sequence in the batch.
    /// - Throws: `RecurrentError.invalidValue` if there is no such step or sequence.
    public func stepJacobian(
        at step: Int, sequence: Int = 0
    ) throws(RecurrentError) -> Matrix<Scalar> {
        try layerPass.checkStep(step, from: 1)
        try layerPass.checkSequence(sequence)
        let slope = self.step(step).derivative
        var jacobian = network.W
        for row in 0..<jacobian.rows {
            for column in 0..<jacobian.columns { jacobian[row, column] *= slope[row, sequence] }
        }
        return jacobian
    }

    /// Returns ∂H_t/∂H_k of one sequence, the product of the step Jacobians from t down to k + 1.
    ///
    /// For t = k it is the identity, for t < k zero.
    ///
    /// - Parameters:
    ///   - later: t, from 0 to T.
    ///   - earlier: k, from 0 to T.
    ///   - sequence: the index of the sequence in the batch.
    /// - Throws: `RecurrentError.invalidValue` if there is no such step or sequence.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func jacobian(
        of later: Int, withRespectTo earlier: Int, sequence: Int = 0
    ) throws(RecurrentError) -> Matrix<Scalar> {
        try layerPass.checkStep(later, from: 0)
        try layerPass.checkStep(earlier, from: 0)
        try layerPass.checkSequence(sequence)
        guard later >= earlier else { return .zeros(network.W.shape) }
        var product = try Matrix<Scalar>.identity(network.hiddenSize)
        for step in stride(from: earlier + 1, through: later, by: 1) {
            product = try stepJacobian(at: step, sequence: sequence) * product
        }
        return product
    }
}
