/// The equations of minGRU, whose gate does not depend on the state: h′ = (1 - z) h + z (W_h x + b_h).
///
/// - Source: Feng et al. 2024, arXiv:2410.01201, section 3.1.
struct MinimalGRU: CellEquations {
    /// The weights of the gate.
    let W_z = Weight(of: .input), b_z = Bias()  // swift-format-ignore: AlwaysUseLowerCamelCase

    /// The weights of the candidate.
    let W_h = Weight(of: .input), b_h = Bias()  // swift-format-ignore: AlwaysUseLowerCamelCase

    /// Returns the state after a step.
    func step(_ x: Term, _ h: Term) -> Term {
        let z = σ(W_z • x + b_z).named("z")
        return (1 - z) ⊙ h + z ⊙ (W_h • x + b_h)
    }
}

extension RecurrentCell {
    /// A minimal GRU, whose gate does not depend on the state.
    public static let minGRU = own(MinimalGRU())
}
