/// Bytes as text in base 64.
enum Base64 {
    /// Returns a text without the white space that lines it up.
    static func characters(of text: String) -> [UInt8] {
        text.utf8.filter { $0 > 0x20 }
    }

    /// Returns how many bytes some characters stand for.
    static func byteCount(_ characters: [UInt8]) -> Int {
        let padding = characters.suffix(2).count { $0 == UInt8(ascii: "=") }
        return characters.count / 4 * 3 - padding
    }

    /// Returns bytes as text.
    static func text(of bytes: [UInt8]) -> String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                let isPadding = place > group.count
                text.append(
                    isPadding ? UInt8(ascii: "=") : alphabet[number >> (18 - 6 * place) & 63])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
