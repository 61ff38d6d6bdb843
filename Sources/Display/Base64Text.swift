/// Bytes spelled in base 64.
///
/// - Source: RFC 4648, section 4.
struct Base64Text {
    /// The letters, with padding.
    let text: String

    /// Spells bytes.
    init(_ bytes: [UInt8]) {
        var letters: [UInt8] = []
        letters.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let padded = Array(group) + [UInt8](repeating: 0, count: 3 - group.count)
            let bits = padded.reduce(0) { $0 << 8 | Int($1) }
            for place in 0..<4 {
                let isPadding = place > group.count
                letters.append(
                    isPadding ? UInt8(ascii: "=") : Self.alphabet[bits >> (18 - 6 * place) & 63])
            }
        }
        text = String(decoding: letters, as: UTF8.self)
    }

    /// The letters, by their values.
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
