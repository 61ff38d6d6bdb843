/// The formats of numbers in tables and labels, independent of machine and locale.
public enum NumberFormat: Sendable, Hashable {
    /// As few digits as distinguish the numbers of a column, at most five significant ones.
    case automatic
    /// A number of significant digits, written out or with a power of ten, whichever is more
    /// readable.
    case significant(Int)
    /// A number of digits after the point.
    case fixed(decimals: Int)
    /// One digit, a point, a number of digits and a power of ten, as in `1.25e-3`.
    case scientific(decimals: Int)
    /// A hundred times the number with a number of digits after the point, and a percent sign.
    case percent(decimals: Int)
    /// The fewest digits that read back as the same number.
    case exact

    /// Returns a formatted number, with a hyphen as minus sign so that it can be copied into code.
    public func spelling(of value: Double) -> String {
        guard value.isFinite else { return Self.nonFiniteSpelling(of: value) }
        let digits = DecimalDigits(value)
        switch self {
        case .automatic: return NumberFormat.significant(5).spelling(of: value)
        case .significant(let count):
            return Self.short(digits.rounded(toSignificant: max(1, count)))
        case .fixed(let decimals):
            return digits.rounded(toDecimals: max(0, decimals)).plain(decimals: max(0, decimals))
        case .scientific(let decimals):
            if digits.isZero { return "0" }
            let rounded = digits.rounded(toSignificant: max(0, decimals) + 1)
            return rounded.mantissa(decimals: max(0, decimals)) + "e\(rounded.exponent)"
        case .percent(let decimals):
            return NumberFormat.fixed(decimals: decimals).spelling(of: value * 100) + "%"
        case .exact: return Self.short(digits)
        }
    }

    /// Returns "NaN", "inf" or "-inf".
    package static func nonFiniteSpelling(of value: Double) -> String {
        value.isNaN ? "NaN" : value < 0 ? "-inf" : "inf"
    }

    /// Returns the digits written out if they are near the point, else with a power of ten.
    private static func short(_ digits: DecimalDigits) -> String {
        let isNearPoint = digits.exponent >= -4 && digits.exponent < max(7, digits.digits.count)
        if digits.isZero || (isNearPoint && digits.exponent <= 16) { return digits.plain() }
        return digits.mantissa() + "e\(digits.exponent)"
    }

    /// Returns a format that aligns the numbers of a column, in place of `.automatic`.
    ///
    /// Numbers within five powers of ten share their digits after the point; others get powers of
    /// ten; integers stay integers.
    package func resolved(for values: [Double]) -> NumberFormat {
        guard self == .automatic else { return self }
        let digits = values.filter { $0.isFinite && $0 != 0 }.map(DecimalDigits.init)
        guard let high = digits.map(\.exponent).max(), let low = digits.map(\.exponent).min() else {
            return .fixed(decimals: 0)
        }
        let isWhole = digits.allSatisfy { $0.decimals == 0 }
        if isWhole && high < 9 { return .fixed(decimals: 0) }
        let shown = digits.map { $0.rounded(toSignificant: 5) }
        if high - low > 5 || high >= 7 || low < -4 {
            return .scientific(decimals: shown.map { $0.digits.count - 1 }.max() ?? 4)
        }
        return .fixed(decimals: min(8, shown.map(\.decimals).max() ?? 4))
    }
}
