/// One step of a forward pass, with one column per sequence.
public struct ElmanStep<Scalar: RealScalar>: Equatable, Sendable {
    /// The step, from 1 to T.
    public let t: Int

    /// x_t, the input, shape `[D, B]`.
    public let x: Matrix<Scalar>

    /// z_t = W H_{t-1} + U x_t + b, shape `[H, B]`.
    public let z: Matrix<Scalar>

    /// g′(z_t), the slope of the activation, shape `[H, B]`.
    public let derivative: Matrix<Scalar>

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// H_t = g(z_t), the state, shape `[H, B]`.
    public let H: Matrix<Scalar>
}
