/// W h + U x + b, the sum that goes into a gate, with weights of its own.
public struct Affine: Sendable {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The weights of the state, shape `[H, H]`.
    public let W: Term

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The weights of the input, shape `[H, D]`.
    public let U: Term

    /// The bias, shape `[H, 1]`.
    public let b: Term

    /// Makes the weights.
    ///
    /// - Parameter bias: what the bias starts from; nil for what the layer's `Initialization` says.
    public init(bias: Initialization.Filling? = nil) {
        W = Weight(of: .state)
        U = Weight(of: .input)
        b = Bias(filled: bias)
    }

    /// Returns W h + U x + b.
    public func callAsFunction(_ x: Term, _ h: Term) -> Term { W • h + U • x + b }
}
