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
}
