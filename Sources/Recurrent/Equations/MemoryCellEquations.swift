/// The equations of a recurrent cell with two states, h and c, as an LSTM has; h is the output.
///
/// ```swift
/// struct Plain: MemoryCellEquations {
///     let f = Affine(), i = Affine(), g = Affine(), o = Affine()
///     func step(_ x: Term, _ h: Term, _ c: Term) -> (h: Term, c: Term) {
///         let next = σ(f(x, h)) ⊙ c + σ(i(x, h)) ⊙ tanh(g(x, h))
///         return (σ(o(x, h)) ⊙ tanh(next), next)
///     }
/// }
/// ```
public protocol MemoryCellEquations: Sendable {
    /// Returns the states after a step.
    ///
    /// - Parameters:
    ///   - x: the input, shape `[D, 1]`.
    ///   - h: the state before the step that is the output, shape `[H, 1]`.
    ///   - c: the other state before the step, shape `[H, 1]`.
    /// - Returns: both states after it, each of shape `[H, 1]`.
    func step(_ x: Term, _ h: Term, _ c: Term) -> (h: Term, c: Term)
}
