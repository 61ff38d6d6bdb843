/// The equations of minLSTM, whose gates do not depend on the state and sum to 1:
/// h′ = f h + i (W_h x + b_h).
///
/// - Source: Feng et al. 2024, arXiv:2410.01201, section 3.2.
struct MinimalLSTM: CellEquations {
    /// The weights of the forget gate.
    let W_f = Weight(of: .input), b_f = Bias()  // swift-format-ignore: AlwaysUseLowerCamelCase

    /// The weights of the input gate.
    let W_i = Weight(of: .input), b_i = Bias()  // swift-format-ignore: AlwaysUseLowerCamelCase

    /// The weights of the candidate.
    let W_h = Weight(of: .input), b_h = Bias()  // swift-format-ignore: AlwaysUseLowerCamelCase

    /// Returns the state after a step.
    func step(_ x: Term, _ h: Term) -> Term {
        // σ(a) / (σ(a) + σ(b)), from logarithms, so that no quotient is 0 / 0.
        let (a, b) = (W_f • x + b_f, W_i • x + b_i)
        let keep = σ(softplus(-b) - softplus(-a)).named("f")
        return keep ⊙ h + (1 - keep).named("i") ⊙ (W_h • x + b_h)
    }
}

extension RecurrentCell {
    /// A minimal LSTM, whose gates do not depend on the state and sum to 1.
    public static let minLSTM = own(MinimalLSTM())
}
