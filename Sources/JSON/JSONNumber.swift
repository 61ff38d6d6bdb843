/// A JSON number that keeps its original spelling, so that it can be written back byte for byte.
public struct JSONNumber: Sendable, Hashable {
    /// The spelling: a JSON number, or one of `NaN`, `Infinity` and `-Infinity`.
    public let spelling: String

    /// Creates a number from a spelling that a parser has checked.
    init(checkedSpelling: String) {
        spelling = checkedSpelling
    }

    /// Creates a number from an integer.
    public init(_ value: some BinaryInteger) {
        spelling = String(value)
    }

    /// Creates a number from a floating-point value, spelled as Python's `repr` does.
    public init(_ value: Double) {
        spelling = Self.pythonSpelling(of: value)
    }

    /// Indicates whether the number is valid in standard JSON, which has no infinities and no NaN.
    public var isFinite: Bool { !["NaN", "Infinity", "-Infinity"].contains(spelling) }

    /// The number as an integer, or `nil` if its spelling is not that of an integer.
    public var int: Int? { Int(spelling) }

    /// The nearest double-precision value.
    public var double: Double {
        switch spelling {
        case "NaN": .nan
        case "Infinity": .infinity
        case "-Infinity": -.infinity
        default: Double(spelling) ?? .nan
        }
    }

    /// Spells a number as Python's `repr` does.
    ///
    /// Both languages print the shortest digits that read back as the same number. They differ in
    /// the names of non-finite values, and in where exponents begin: Python uses one from 1e16 on,
    /// Swift from the point where a double can no longer represent every integer.
    private static func pythonSpelling(of value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        let swift = value.description
        let sign = value.sign == .minus ? "-" : ""
        if abs(value) >= 1e15, abs(value) < 1e16, swift.contains("e") {
            let digits = swift.prefix { $0 != "e" }.filter(\.isNumber)
            return sign + digits + String(repeating: "0", count: 16 - digits.count) + ".0"
        }
        guard abs(value) >= 1e16, swift.hasSuffix(".0"), !swift.contains("e") else { return swift }
        let digits = swift.dropLast(2).drop { $0 == "-" }
        let fraction = String(digits.dropFirst()).trimmingTrailingZeros()
        let point = fraction.isEmpty ? "" : "."
        return "\(sign)\(digits.prefix(1))\(point)\(fraction)e+\(digits.count - 1)"
    }
}

extension String {
    /// Returns the text without trailing zeros.
    fileprivate func trimmingTrailingZeros() -> String {
        var result = self
        while result.last == "0" { result.removeLast() }
        return result
    }
}
