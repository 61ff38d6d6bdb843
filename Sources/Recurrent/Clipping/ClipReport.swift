/// The result of clipping a gradient.
public struct ClipReport<Value: Sendable>: Sendable {
    /// The gradient after clipping.
    public let gradient: Value

    /// The norm before clipping.
    public let normBefore: Double

    /// The norm after clipping.
    public let normAfter: Double

    /// The factor of every number; 1 if the rule does not scale or did not need to.
    public let scale: Double

    /// The cosine of the angle between the gradients before and after: 1 if the direction is
    /// unchanged, NaN if one of them is zero or not finite.
    public let directionCosine: Double

    /// The number of changed elements.
    public let changedCount: Int

    /// Indicates whether any element changed.
    public var hasClipped: Bool { changedCount > 0 }
}

extension ClipReport: Equatable where Value: Equatable {}
