/// Pascanu's regularizer Ω, which penalizes changes of the gradient's norm on the way back, and its
/// gradient.
public struct VanishingRegularizer<Scalar: RealScalar>: Equatable, Sendable {
    /// Ω = Σ_k (‖Wᵀ δ_k‖ / ‖∂L/∂H_k‖ - 1)², averaged over sequences.
    public let value: Scalar

    /// ∂⁺Ω/∂W, with states, slopes and ∂L/∂H_k held constant, shape `[H, H]`.
    public let gradient: Matrix<Scalar>
}

extension ElmanStory {
    /// Computes Ω and its immediate gradient with respect to W.
    ///
    /// Steps whose gradient is zero are omitted.
    /// - Source: Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, equations 9 and 10.
    public var vanishingRegularizer: VanishingRegularizer<Scalar> {
        let W = pass.network.W
        let (gradients, deltas) = (stateGradients, deltas)
        let count = pass.input.count
        var value: Scalar = 0
        var gradient = Matrix<Scalar>.zeros(W.shape)
        for step in 1...deltas.count {
            for sequence in 0..<count {
                let delta = deltas[step - 1].column(sequence)
                let norm = gradients[step].column(sequence).norm
                var carried = Matrix<Scalar>.zeros(Shape(W.columns, 1))
                carried.accumulate(W.transposed, times: delta)
                let length = carried.norm
                guard norm > 0, length > 0 else { continue }
                let excess = length / norm - 1
                value += excess * excess / Scalar(count)
                let factor = 2 * excess / (norm * length * Scalar(count))
                gradient.accumulate(factor * delta, times: carried.transposed)
            }
        }
        return VanishingRegularizer(value: value, gradient: gradient)
    }
}
