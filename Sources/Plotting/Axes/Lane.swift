package import Display

/// A strip beside an axis for values that have no place on its scale.
package enum Lane: Sendable, Hashable {
    /// Plus infinity and what is not a number, beyond the upper end.
    case notFinite(hasInfinity: Bool, hasNaN: Bool)
    /// Zero on a logarithmic axis, below the lower end.
    case zero
    /// Minus infinity, below everything.
    case minusInfinity

    /// The lane's label, in the manner of a tick's.
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

    /// Whether the lane lies beyond the upper end of the scale.
    package var isAbove: Bool {
        if case .notFinite = self { return true }
        return false
    }
}
