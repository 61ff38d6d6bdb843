/// The contribution of one step to the gradient of an Elman network.
///
/// The sum over all steps is the gradient.
///
/// - Source: Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, equations 3 to 5.
public struct StepContribution<Scalar: RealScalar>: Equatable, Sendable {
    /// k, the step from 1 to T.
    public let step: Int

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// δ_k H_{k-1}ᵀ, the part of ∂L/∂W, shape `[H, H]`.
    public let W: Matrix<Scalar>

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// δ_k x_kᵀ, the part of ∂L/∂U, shape `[H, D]`.
    public let U: Matrix<Scalar>

    /// δ_k summed over sequences, the part of ∂L/∂b, shape `[H, 1]`.
    public let b: Matrix<Scalar>
}
