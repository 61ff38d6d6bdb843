/// Bounds on the growth and decay of gradients through an Elman network.
public struct JacobianBounds: Hashable, Sendable {
    /// γ, the largest slope of the activation.
    public let largestSlope: Double

    /// σ₁(W), the largest singular value.
    public let largestSingularValue: Double

    /// ρ(W), the largest magnitude of an eigenvalue.
    public let spectralRadius: Double

    /// γ σ₁, the largest factor by which one step can lengthen a gradient.
    ///
    /// A value below 1 is sufficient for gradients to vanish; a value above 1 is necessary for them
    /// to explode.
    /// - Source: Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, section 2.1.
    public var perStep: Double { largestSlope * largestSingularValue }

    /// Returns (γ σ₁)ⁿ, an upper bound of ‖∂H_t/∂H_{t-n}‖.
    public func upperBound(lag n: Int) -> Double { power(perStep, n) }

    /// Returns ρⁿ, which ‖Wⁿ‖ approaches in a linear network, and equals if W is normal.
    public func linearTrend(lag n: Int) -> Double { power(spectralRadius, n) }
}

extension ElmanNetwork {
    /// The bounds on the growth and decay of gradients through the network.
    ///
    /// - Throws: `RecurrentError` if W is not square or not finite.
    public var jacobianBounds: JacobianBounds {
        get throws(RecurrentError) {
            JacobianBounds(
                largestSlope: activation.largestSlope,
                largestSingularValue: Double(W.largestSingularValue),
                spectralRadius: Double(try W.spectralRadius))
        }
    }
}
