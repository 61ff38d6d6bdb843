/// The gradient of a loss with respect to the parameters of an Elman network.
public struct ElmanGradient<Scalar: RealScalar>: Equatable, Sendable {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// ∂L/∂W, shape `[H, H]`.
    public var W: Matrix<Scalar>

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// ∂L/∂U, shape `[H, D]`.
    public var U: Matrix<Scalar>

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// ∂L/∂V, shape `[O, H]`.
    public var V: Matrix<Scalar>

    /// ∂L/∂b, shape `[H, 1]`.
    public var b: Matrix<Scalar>

    /// ∂L/∂c, shape `[O, 1]`.
    public var c: Matrix<Scalar>

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// ∂L/∂H₀, with the shape of the network's H₀.
    public var H0: Matrix<Scalar>
}
