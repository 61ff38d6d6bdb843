/// A scanner of words that consist of numbers and operators, such as `-0.5`, `0.5s` or `1.5-0.25j`.
struct TermScanner {
    /// A number, a unit or an operator.
    typealias Term = (text: Substring, kind: LineTokens.Kind)

    /// The text that has not been scanned yet.
    private(set) var rest: Substring

    /// The maximum number of letters of a unit after a number.
    private static let unitLength = 3

    /// Creates a scanner at the start of a word.
    init(rest: Substring) {
        self.rest = rest
    }

    /// Returns all numbers, units and operators, or `nil` if the word contains anything else.
    mutating func terms() -> [Term]? {
        var terms: [Term] = []
        while true {
            guard let number = takeNumber(isFirst: terms.isEmpty) else { return nil }
            terms.append(number)
            if let unit = takeUnit() {
                // An integer followed by letters is an identifier.
                guard number.kind == .fraction else { return nil }
                terms.append((unit, .text))
            }
            guard let sign = rest.utf8.first else { break }
            guard Self.isSign(sign) || sign == UInt8(ascii: "/") else { return nil }
            terms.append((rest.prefix(1), .text))
            rest = rest.dropFirst()
        }
        return terms
    }

    /// Removes and returns a number; the first may have a sign.
    private mutating func takeNumber(isFirst: Bool) -> Term? {
        let bytes = rest.utf8
        var end = bytes.startIndex
        if isFirst, let sign = bytes.first, Self.isSign(sign) { bytes.formIndex(after: &end) }
        let digits = end
        end = Self.endOfDigits(in: bytes, from: end)
        let hasDigits = end > digits
        let mark = end
        var isFraction = false
        if end < bytes.endIndex, bytes[end] == UInt8(ascii: ".") {
            let fraction = bytes.index(after: end)
            end = Self.endOfDigits(in: bytes, from: fraction)
            isFraction = end > fraction
            guard hasDigits || isFraction else { return nil }
        } else if !hasDigits {
            return nil
        }
        if let exponent = Self.endOfExponent(in: bytes, from: end) {
            (end, isFraction) = (exponent, true)
        }
        if !isFraction { end = mark }
        defer { rest = rest[end...] }
        return (rest[..<end], isFraction ? .fraction : .integer)
    }

    /// Removes and returns a unit.
    private mutating func takeUnit() -> Substring? {
        let unit = rest.prefix { $0.isLetter || $0 == "°" }
        guard !unit.isEmpty, unit.count <= Self.unitLength else { return nil }
        rest = rest[unit.endIndex...]
        return unit
    }

    /// Returns the end of a sequence of digits.
    private static func endOfDigits(
        in bytes: Substring.UTF8View, from start: String.Index
    ) -> String.Index {
        bytes[start...].firstIndex { !isDigit($0) } ?? bytes.endIndex
    }

    /// Returns the end of an exponent, or `nil` if there is none.
    private static func endOfExponent(
        in bytes: Substring.UTF8View, from start: String.Index
    ) -> String.Index? {
        guard start < bytes.endIndex, bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
        var digits = bytes.index(after: start)
        if digits < bytes.endIndex, isSign(bytes[digits]) { bytes.formIndex(after: &digits) }
        let end = endOfDigits(in: bytes, from: digits)
        return end > digits ? end : nil
    }

    /// Returns whether a byte is a decimal digit.
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// Returns whether a byte is a plus or minus sign.
    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }
}
