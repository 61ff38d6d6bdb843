/// A line of text, taken apart into numbers and what stands between them.
struct NumericText {
    /// The numbers as they are spelled, in order.
    private(set) var numbers: [Substring] = []

    /// What stands before, between and after the numbers: one piece more than there are numbers.
    private(set) var pieces: [Substring] = []

    /// Takes a line apart.
    init(_ line: Substring) {
        let bytes = line.utf8
        var pieceStart = bytes.startIndex
        var position = bytes.startIndex
        while position < bytes.endIndex {
            guard let end = Self.endOfNumber(in: bytes, from: position) else {
                bytes.formIndex(after: &position)
                continue
            }
            pieces.append(line[pieceStart..<position])
            numbers.append(line[position..<end])
            position = end
            pieceStart = end
        }
        pieces.append(line[pieceStart...])
    }

    /// Whether a number is spelled as an integer, and so has to be met exactly.
    static func isInteger(_ number: Substring) -> Bool {
        number.utf8.allSatisfy { isDigit($0) || isSign($0) }
    }

    /// Returns where the number ends that begins at a position, or nothing where none begins there.
    private static func endOfNumber(
        in bytes: Substring.UTF8View, from start: String.Index
    ) -> String.Index? {
        var rest = bytes[start...]
        if let first = rest.first, isSign(first) {
            let isOperator = start > bytes.startIndex && isDigit(bytes[bytes.index(before: start)])
            guard !isOperator else { return nil }
            rest = rest.dropFirst()
        }
        guard let whole = droppingDigits(rest) else { return nil }
        rest = whole
        if rest.first == UInt8(ascii: "."), let fraction = droppingDigits(rest.dropFirst()) {
            rest = fraction
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            let exponent = rest.dropFirst()
            let digits = exponent.first.map(isSign) == true ? exponent.dropFirst() : exponent
            rest = droppingDigits(digits) ?? rest
        }
        return rest.startIndex
    }

    /// Returns what follows some digits, or nothing where there is no digit.
    private static func droppingDigits(
        _ bytes: Substring.UTF8View
    ) -> Substring.UTF8View? {
        guard let first = bytes.first, isDigit(first) else { return nil }
        return bytes.drop(while: isDigit)
    }

    /// Whether a byte is a decimal digit.
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// Whether a byte is a plus or minus.
    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }
}
