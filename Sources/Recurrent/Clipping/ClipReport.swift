/// What clipping did to a gradient.
public struct ClipReport<Value: Sendable>: Sendable {
    /// The gradient after clipping.
    public let gradient: Value

    /// The norm before.
    public let normBefore: Double

    /// The norm after.
    public let normAfter: Double

    /// What every number was multiplied by; 1 where the rule does not scale or did not need to.
    public let scale: Double

    /// The cosine of the angle between the gradients before and after: 1 where the direction stays,
    /// NaN where one of them is zero or not finite.
    public let directionCosine: Double

    /// How many numbers changed.
    public let changedCount: Int

    /// Whether any number changed.
    public var hasClipped: Bool { changedCount > 0 }
}

extension ClipReport: Equatable where Value: Equatable {}
