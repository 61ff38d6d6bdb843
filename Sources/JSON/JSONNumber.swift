/// A JSON number as it was spelled, so that it can be written back byte for byte.
public struct JSONNumber: Sendable, Hashable {
    /// The number's spelling: a JSON number, or one of `NaN`, `Infinity` and `-Infinity`.
    public let spelling: String

    /// Takes a spelling that a parser has checked.
    init(checkedSpelling: String) {
        spelling = checkedSpelling
    }

    /// Spells an integer.
    public init(_ value: some BinaryInteger) {
        spelling = String(value)
    }

    /// Spells a floating-point number as Python's `repr` does, so that Jupyter would write the same.
    public init(_ value: Double) {
        spelling = Self.pythonSpelling(of: value)
    }

    /// Whether this is a number in JSON proper, which has no infinity and nothing that is no number.
    public var isFinite: Bool { !["NaN", "Infinity", "-Infinity"].contains(spelling) }

    /// The number as an integer, where its spelling is that of one.
    public var int: Int? { Int(spelling) }

    /// The nearest number in double precision.
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
    /// Both languages print the shortest digits that read back as the same number; they differ in
    /// the names of what is not finite, and in where the exponent begins: Python writes one from
    /// 1e16 on, Swift from where a double no longer holds every integer.
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
    /// Returns the text without the zeros at its end.
    fileprivate func trimmingTrailingZeros() -> String {
        var result = self
        while result.last == "0" { result.removeLast() }
        return result
    }
}
