/// The equations of a linear recurrent unit: s′ = λ s + γ B x with complex λ, element by element.
///
/// The state has the real parts of s in its upper half and the imaginary parts in the lower one, so H is
/// even. |λ| = exp(-exp ν) is below 1 for every ν, and γ = √(1 - |λ|²) keeps the size of the state.
///
/// - Source: Orvieto et al. 2023, arXiv:2303.06349, equations 5 and 7; there γ is learned.
struct LinearRecurrentUnit: CellEquations {
    /// log(-log |λ|), from |λ| of 0.999 to 0.9.
    let ν = Bias(.state(over: 2), filled: .between(-6.9, -2.25))

    /// The logarithm of the angle of λ.
    let θ = Bias(.state(over: 2), filled: .between(-4.6, 1.8))

    /// The weights of the input.
    let B = Weight(of: .input)  // swift-format-ignore: AlwaysUseLowerCamelCase

    /// Returns the state after a step.
    func step(_ x: Term, _ h: Term) -> Term {
        let length = exp(-exp(ν))
        let (a, b) = (length ⊙ cos(exp(θ)), length ⊙ sin(exp(θ)))
        let γ = sqrt(1 - length.squared)
        let (re, im) = (h.part(0, of: 2), h.part(1, of: 2))
        let u = B • x
        return (a ⊙ re - b ⊙ im + γ ⊙ u.part(0, of: 2))
            .above(a ⊙ im + b ⊙ re + γ ⊙ u.part(1, of: 2))
    }
}

extension RecurrentCell {
    /// A linear recurrent unit, whose state is complex; H is even.
    public static let lru = own(LinearRecurrentUnit())
}
