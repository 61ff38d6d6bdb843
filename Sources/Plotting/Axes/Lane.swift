package import Display

/// A strip beside an axis for values that have no position on its scale.
package enum Lane: Sendable, Hashable {
    /// Infinity and NaN, beyond the upper end.
    case notFinite(hasInfinity: Bool, hasNaN: Bool)
    /// Zero on a logarithmic axis, below the lower end.
    case zero
    /// Minus infinity, below everything else.
    case minusInfinity

    /// Returns the lane's label, in the style of a tick's.
    package func label(in style: TextStyle) -> String {
        let infinity = style == .ascii ? "inf" : "∞"
        switch self {
        case .notFinite(true, true): return "\(infinity),NaN"
        case .notFinite(true, false): return infinity
        case .notFinite(false, _): return "NaN"
        case .zero: return "0"
        case .minusInfinity: return "-" + infinity
        }
    }

    /// Indicates whether the lane is beyond the upper end of the scale.
    package var isAbove: Bool {
        if case .notFinite = self { return true }
        return false
    }
}
