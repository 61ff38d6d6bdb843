/// How values become places along an axis.
public struct Scale: Sendable, Hashable {
    /// The kinds of scale.
    package enum Kind: Sendable, Hashable {
        /// Equal differences take equal room.
        case linear
        /// Equal ratios take equal room.
        case log
        /// Linear around zero, logarithmic outside.
        case symlog(linearWithin: Double?)
    }

    /// The kind of this scale.
    package let kind: Kind

    /// Equal differences take equal room.
    public static let linear = Scale(kind: .linear)

    /// Equal ratios take equal room; zeros get a lane of their own below, labeled 0.
    public static let log = Scale(kind: .log)

    /// Linear around zero and logarithmic outside, for signed values of many magnitudes.
    public static let symlog = Scale(kind: .symlog(linearWithin: nil))

    /// Linear from minus to plus the given value, which is above zero, and logarithmic outside.
    public static func symlog(linearWithin threshold: Double) -> Scale {
        let isUsable = threshold.isFinite && threshold > 0
        return Scale(kind: .symlog(linearWithin: isUsable ? threshold : nil))
    }

    /// Returns the scale's arithmetic for the values of an axis.
    package func transform(for extent: Extent) -> ScaleTransform {
        switch kind {
        case .linear: return .linear
        case .log: return .log
        case .symlog(let threshold?): return .symlog(threshold)
        case .symlog(nil):
            let reach = max(extent.upper?.magnitude ?? 1, extent.lower?.magnitude ?? 1)
            let smallest = extent.smallestMagnitude ?? 1
            // At most six decades on either side, or the middle would hold everything.
            let threshold = max(smallest, reach * 1e-6, .leastNormalMagnitude)
            let exponent = DecimalDigits(threshold.isFinite ? threshold : 1).exponent
            return .symlog(Double.powerOfTen(exponent))
        }
    }
}
