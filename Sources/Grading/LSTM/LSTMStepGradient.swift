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
