/// The activation function g of an Elman cell, H = g(z).
public enum Activation: Int32, Sendable, Hashable, CaseIterable {
    /// g(z) = z, which makes the network linear.
    case identity = 0
    /// The hyperbolic tangent; its slope is at most 1.
    case tanh = 1
    /// The logistic function 1 / (1 + exp(-z)); its slope is at most 1/4.
    case sigmoid = 2
    /// The rectifier: z if it is positive, 0 otherwise.
    case relu = 3
    /// z, clipped to the range from -1 to 1.
    case hardTanh = 4
    /// z / 6 + 1/2, clipped to the range from 0 to 1, as in PyTorch.
    case hardSigmoid = 5

    /// γ, the largest slope of the function.
    ///
    /// - Source: Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, section 2.1.
    public var largestSlope: Double {
        switch self {
        case .identity, .tanh, .relu, .hardTanh: 1
        case .sigmoid: 0.25
        case .hardSigmoid: 1.0 / 6
        }
    }

    /// Indicates whether the slope is discontinuous, so that finite differences across the kink are
    /// misleading.
    public var hasKinks: Bool {
        switch self {
        case .identity, .tanh, .sigmoid: false
        case .relu, .hardTanh, .hardSigmoid: true
        }
    }

    /// Returns g(z).
    public func callAsFunction<Scalar: RealScalar>(_ z: Scalar) -> Scalar {
        var input = z
        var output: Scalar = 0
        Kernels.plain.activate(self, 1, &input, into: &output)
        return output
    }

    /// Returns the slope g′(z).
    public func derivative<Scalar: RealScalar>(at z: Scalar) -> Scalar {
        var input = z
        var output = self(z)
        var one: Scalar = 1
        var slope: Scalar = 0
        Kernels.plain.activateBackward(self, 1, &input, &output, &one, into: &slope)
        return slope
    }
}
