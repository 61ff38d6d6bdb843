/// How fast gradients can grow or shrink on their way back through an Elman network.
public struct JacobianBounds: Hashable, Sendable {
    /// γ, the largest slope of the activation.
    public let largestSlope: Double

    /// σ₁(W), the largest singular value.
    public let largestSingularValue: Double

    /// ρ(W), the largest magnitude of an eigenvalue.
    public let spectralRadius: Double

    /// γ σ₁, what one step can lengthen a gradient by at most.
    ///
    /// Under 1 it is sufficient for gradients to vanish; over 1 is necessary for them to explode.
    /// - Source: Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, section 2.1.
    public var perStep: Double { largestSlope * largestSingularValue }

    /// Returns (γ σ₁)ⁿ, which ‖∂H_t/∂H_{t-n}‖ never exceeds.
    public func upperBound(lag n: Int) -> Double { power(perStep, n) }

    /// Returns ρⁿ, which ‖Wⁿ‖ approaches in a linear network, and equals where W is normal.
    public func linearTrend(lag n: Int) -> Double { power(spectralRadius, n) }
}

extension ElmanNetwork {
    /// How fast gradients can grow or shrink on their way back through the network.
    ///
    /// - Throws: `RecurrentError` where W is not square or not finite.
    public var jacobianBounds: JacobianBounds {
        get throws(RecurrentError) {
            JacobianBounds(
                largestSlope: activation.largestSlope,
                largestSingularValue: Double(W.largestSingularValue),
                spectralRadius: Double(try W.spectralRadius))
        }
    }
}
