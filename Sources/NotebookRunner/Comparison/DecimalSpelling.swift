/// The decimal value of a number, independent of its zeros, decimal point and exponent.
struct DecimalSpelling: Hashable {
    /// Indicates whether the number is negative and not zero.
    let isNegative: Bool

    /// The digits, without leading and trailing zeros.
    let digits: [UInt8]

    /// The power of ten of the last digit.
    let exponent: Int

    /// Parses a number; returns `nil` if its exponent has too many digits.
    init?(_ number: Substring) {
        let parts = number.utf8.split(maxSplits: 1) { $0 | 0x20 == UInt8(ascii: "e") }
        guard let mantissa = parts.first else { return nil }
        var exponent = 0
        if parts.count > 1 {
            guard let power = Int(Substring(parts[1])), abs(power) < 1_000_000 else { return nil }
            exponent = power
        }
        var digits: [UInt8] = []
        var hasPoint = false
        for byte in mantissa {
            if byte == UInt8(ascii: ".") { hasPoint = true }
            guard byte &- UInt8(ascii: "0") < 10 else { continue }
            digits.append(byte)
            if hasPoint { exponent -= 1 }
        }
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        self.digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
        self.exponent = self.digits.isEmpty ? 0 : exponent
        isNegative = number.utf8.first == UInt8(ascii: "-") && !self.digits.isEmpty
    }
}
