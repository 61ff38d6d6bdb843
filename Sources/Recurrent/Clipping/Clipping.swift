/// A rule that limits large gradients.
public enum Clipping: Hashable, Sendable {
    /// No clipping.
    case none

    /// The slides' rule as stated: if gradient > threshold, gradient = threshold.
    ///
    /// It is one-sided: large negative gradients are unchanged.
    case slide(threshold: Double)

    /// Element-wise clipping to the range from -limit to limit; Mikolov 2012.
    case value(limit: Double)

    /// Scaling of all gradients together to a maximum norm, which preserves the direction.
    ///
    /// The factor is limit / (norm + epsilon) if that is less than 1. PyTorch adds 1e-6; with 0 the
    /// norm is exactly the limit, as in the paper.
    /// - Source: Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, algorithm 1.
    case globalNorm(limit: Double, epsilon: Double = 0)

    /// Scaling of each tensor separately to a maximum norm, as Keras's `clipnorm`; this changes the
    /// direction of the whole gradient.
    case normOfEachTensor(limit: Double)

    /// The slides' rule with the slides' threshold, 0.1.
    public static let slide = Clipping.slide(threshold: 0.1)

    /// The norm rule with PyTorch's epsilon, `clip_grad_norm_`.
    public static func pytorchNorm(limit: Double) -> Clipping {
        .globalNorm(limit: limit, epsilon: 1e-6)
    }
}
