/// A scale, which maps values to positions along an axis.
public struct Scale: Sendable, Hashable {
    /// The kinds of scale.
    package enum Kind: Sendable, Hashable {
        /// Linear.
        case linear
        /// Logarithmic.
        case log
        /// Linear around zero, logarithmic outside.
        case symlog(linearWithin: Double?)
    }

    /// The kind of this scale.
    package let kind: Kind

    /// A linear scale.
    public static let linear = Scale(kind: .linear)

    /// A logarithmic scale; zeros are shown in a separate lane labeled 0.
    public static let log = Scale(kind: .log)

    /// A scale that is linear around zero and logarithmic outside, for signed values of many
    /// magnitudes.
    public static let symlog = Scale(kind: .symlog(linearWithin: nil))

    /// A scale that is linear between minus and plus a positive threshold, and logarithmic outside.
    public static func symlog(linearWithin threshold: Double) -> Scale {
        let isUsable = threshold.isFinite && threshold > 0
        return Scale(kind: .symlog(linearWithin: isUsable ? threshold : nil))
    }

    /// Returns the transform of the scale for the values of an axis.
    package func transform(for extent: Extent) -> ScaleTransform {
        switch kind {
        case .linear: return .linear
        case .log: return .log
        case .symlog(let threshold?): return .symlog(threshold)
        case .symlog(nil):
            let reach = max(extent.upper?.magnitude ?? 1, extent.lower?.magnitude ?? 1)
            let smallest = extent.smallestMagnitude ?? 1
            // At most six decades on either side, or the linear middle would contain all values.
            let threshold = max(smallest, reach * 1e-6, .leastNormalMagnitude)
            let exponent = DecimalDigits(threshold.isFinite ? threshold : 1).exponent
            return .symlog(Double.powerOfTen(exponent))
        }
    }
}
