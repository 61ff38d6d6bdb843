/// Encodes bytes as lower-case hexadecimal digits.
enum Hexadecimal {
    /// The digits, in order.
    private static let digits = Array("0123456789abcdef".utf8)

    /// Appends the two digits of a byte.
    static func append(_ byte: UInt8, to text: inout [UInt8]) {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 0xF)])
    }

    /// Returns the digits of bytes.
    static func text(of bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes { append(byte, to: &text) }
        return text
    }
}
