/// The decimal digits of a number, for rounding.
///
/// It starts from the shortest digits that read back as the same number, so that 0.15 is rounded as
/// its printed form suggests, on every machine and in every locale.
package struct DecimalDigits: Sendable, Hashable {
    /// Indicates whether the number is negative.
    package private(set) var isNegative: Bool
    /// The digits, the first of which is nonzero unless the number is zero.
    package private(set) var digits: [Int]
    /// The power of ten of the first digit.
    package private(set) var exponent: Int

    /// Decomposes a finite number.
    package init(_ value: Double) {
        isNegative = value < 0
        digits = []
        exponent = 0
        var hasPoint = false
        var whole = 0
        let parts = value.magnitude.description.split(separator: "e")
        for character in parts.first ?? "0" {
            guard let digit = character.wholeNumberValue else {
                hasPoint = true
                continue
            }
            digits.append(digit)
            if !hasPoint { whole += 1 }
        }
        let written = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        exponent = whole - 1 + written
        normalize()
    }

    /// Removes leading and trailing zeros.
    private mutating func normalize() {
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        exponent -= leading
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty {
            digits = [0]
            exponent = 0
            isNegative = false
        }
    }

    /// Indicates whether the number is zero.
    package var isZero: Bool { digits == [0] }

    /// Returns the number rounded to significant digits, with halves away from zero.
    package func rounded(toSignificant count: Int) -> DecimalDigits {
        guard count < digits.count else { return self }
        var copy = self
        guard count > 0 else {
            let roundsUp = count == 0 && digits[0] >= 5
            copy.digits = [roundsUp ? 1 : 0]
            copy.exponent += 1
            copy.normalize()
            return copy
        }
        copy.digits = Array(digits.prefix(count))
        if digits[count] >= 5 { copy.increment() }
        copy.normalize()
        return copy
    }

    /// Returns the number rounded to digits after the point.
    package func rounded(toDecimals count: Int) -> DecimalDigits {
        isZero ? self : rounded(toSignificant: exponent + 1 + count)
    }

    /// Increments the last digit, with carry.
    private mutating func increment() {
        var position = digits.count - 1
        while position >= 0 {
            guard digits[position] == 9 else {
                digits[position] += 1
                return
            }
            digits[position] = 0
            position -= 1
        }
        digits.insert(1, at: 0)
        exponent += 1
    }

    /// The number of digits after the point when the number is written out.
    package var decimals: Int { max(0, digits.count - 1 - exponent) }

    /// Returns the number written out, with a minimum number of digits after the point.
    package func plain(decimals count: Int = 0) -> String {
        var whole = ""
        var fraction = ""
        for position in stride(from: max(exponent, 0), through: -max(count, decimals), by: -1) {
            let index = exponent - position
            let digit = digits.indices.contains(index) ? digits[index] : 0
            if position >= 0 { whole += String(digit) } else { fraction += String(digit) }
        }
        return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// Returns the digits before the power of ten, with a minimum number after the point.
    package func mantissa(decimals count: Int = 0) -> String {
        var copy = self
        copy.exponent = 0
        return copy.plain(decimals: count)
    }
}
