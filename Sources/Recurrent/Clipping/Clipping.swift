/// A rule that makes large gradients smaller.
public enum Clipping: Hashable, Sendable {
    /// Gradients stay as they are.
    case none

    /// The slides' rule, as it is stated: if gradient > threshold, gradient = threshold.
    ///
    /// It has one side: a large negative gradient passes.
    case slide(threshold: Double)

    /// Every number is held between -limit and limit; Mikolov 2012.
    case value(limit: Double)

    /// All numbers together are scaled down to a norm; the direction stays.
    ///
    /// The factor is limit / (norm + epsilon) where that is under 1. PyTorch adds 1e-6; with 0 the
    /// norm is the limit exactly, as in the paper.
    /// - Source: Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, algorithm 1.
    case globalNorm(limit: Double, epsilon: Double = 0)

    /// Every tensor is scaled down to a norm by itself, as Keras's `clipnorm`; the direction of all
    /// together changes.
    case normOfEachTensor(limit: Double)

    /// The slides' rule with the slides' threshold, 0.1.
    public static let slide = Clipping.slide(threshold: 0.1)

    /// The norm rule with PyTorch's epsilon, `clip_grad_norm_`.
    public static func pytorchNorm(limit: Double) -> Clipping {
        .globalNorm(limit: limit, epsilon: 1e-6)
    }
}
