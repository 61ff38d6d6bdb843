/// One step of an LSTM of one unit, with the gradients that come back to it.
public struct LSTMStep: Equatable, Sendable {
    /// iₜ, the input gate.
    public let i: Double
    /// fₜ, the forget gate.
    public let f: Double
    /// gₜ, the candidate.
    public let g: Double
    /// oₜ, the output gate.
    public let o: Double
    /// cₜ₋₁, the cell before the step.
    public let cBefore: Double
    /// cₜ, the cell after the step.
    public let c: Double
    /// ∂L/∂hₜ, all that comes back to the state.
    public let hGradient: Double
    /// The part of ∂L/∂cₜ that comes from the step after, without the way through hₜ.
    public let cGradient: Double

    /// Puts a step together; c follows from the others.
    public init(
        i: Double, f: Double, g: Double, o: Double, cBefore: Double, hGradient: Double,
        cGradient: Double
    ) {
        self.i = i
        self.f = f
        self.g = g
        self.o = o
        self.cBefore = cBefore
        c = f * cBefore + i * g
        self.hGradient = hGradient
        self.cGradient = cGradient
    }
}

/// The gradients of one step back through an LSTM of one unit.
public struct LSTMStepGradient: Equatable, Sendable {
    /// ∂L/∂zᵢ, where i = σ(zᵢ).
    public var i: Double
    /// ∂L/∂z_f, where f = σ(z_f).
    public var f: Double
    /// ∂L/∂z_g, where g = tanh(z_g).
    public var g: Double
    /// ∂L/∂zₒ, where o = σ(zₒ).
    public var o: Double
    /// The gradient with respect to cₜ₋₁.
    public var cBefore: Double

    /// Puts the gradients together.
    public init(i: Double, f: Double, g: Double, o: Double, cBefore: Double) {
        self.i = i
        self.f = f
        self.g = g
        self.o = o
        self.cBefore = cBefore
    }
}
