/// The equations of a recurrent cell with one state, as a person writes them.
///
/// ```swift
/// struct MinGRU: CellEquations {
///     let W_z = Weight(of: .input), W_h = Weight(of: .input), b_z = Bias(), b_h = Bias()
///     func step(_ x: Term, _ h: Term) -> Term {
///         let z = σ(W_z • x + b_z)
///         return (1 - z) ⊙ h + z ⊙ (W_h • x + b_h)
///     }
/// }
/// let model = try RecurrentModel(.own(MinGRU()), inputs: 2, hidden: 16, outputs: 1, seed: 1)
/// ```
///
/// The weights are the stored properties that are terms, also those of structures among the properties.
/// `step` is called once, when the equations are recorded; it may use loops, but it sees no numbers.
public protocol CellEquations: Sendable {
    /// Returns the state after a step.
    ///
    /// - Parameters:
    ///   - x: the input, shape `[D, 1]`.
    ///   - h: the state before the step, shape `[H, 1]`.
    /// - Returns: the state after it, shape `[H, 1]`.
    func step(_ x: Term, _ h: Term) -> Term
}
