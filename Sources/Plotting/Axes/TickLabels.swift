/// Consistent labels for the ticks of an axis.
package enum TickLabels {
    /// Returns ticks for ascending values.
    package static func labeled(_ values: [Double], on transform: ScaleTransform) -> [Tick] {
        let digits = values.map(DecimalDigits.init)
        let exponents = zip(values, digits).filter { $0.0 != 0 }.map(\.1.exponent)
        guard let high = exponents.max(), let low = exponents.min() else {
            return values.map { Tick($0, label: "0") }
        }
        if transform != .linear && (high >= 4 || low <= -3) {
            return zip(values, digits).map { Tick($0, label: power($1)) }
        }
        if transform != .linear { return zip(values, digits).map { Tick($0, label: $1.plain()) } }
        let decimals = digits.map(\.decimals).max() ?? 0
        let isFine = digits.contains { $0.digits.count > 4 } && high <= 10 && decimals <= 10
        if high >= -4 && (high < 6 && decimals <= 6 || isFine) {
            return zip(values, digits).map { Tick($0, label: $1.plain(decimals: decimals)) }
        }
        return zip(values, digits).map { value, digits in
            Tick(value, label: digits.isZero ? "0" : shared(digits, exponent: high))
        }
    }

    /// Returns ticks at both ends of a range that contains no round numbers.
    package static func ends(of range: ClosedRange<Double>) -> [Tick] {
        [range.lowerBound, range.upperBound].map { value in
            let spelling = NumberFormat.significant(6).spelling(of: value)
            let parts = spelling.split(separator: "e")
            guard parts.count == 2, let exponent = Int(parts[1]) else {
                return Tick(value, label: spelling)
            }
            return Tick(
                value, label: Tick.powerLabel(mantissa: String(parts[0]), exponent: exponent))
        }
    }

    /// Returns a number as a power of ten, with the mantissa unless that is 1.
    private static func power(_ digits: DecimalDigits) -> String {
        if digits.isZero { return "0" }
        return Tick.powerLabel(mantissa: digits.mantissa(), exponent: digits.exponent)
    }

    /// Returns a number with the power of ten that all ticks of an axis share.
    private static func shared(_ digits: DecimalDigits, exponent: Int) -> String {
        let offset = digits.exponent - exponent
        let sign = digits.isNegative ? "-" : ""
        let mantissa = digits.mantissa().replacingPoint(movedBy: offset)
        return Tick.powerLabel(mantissa: sign + mantissa, exponent: exponent)
    }
}

extension String {
    /// Returns the digits of an unsigned decimal number with its point moved to the left.
    fileprivate func replacingPoint(movedBy offset: Int) -> String {
        let digits = filter(\.isNumber)
        guard offset < 0 else {
            return filter { $0 != "-" }
        }
        return "0." + String(repeating: "0", count: -offset - 1) + digits
    }
}
