internal import CSodium

/// The Base64 encoding of bytes.
///
/// - Source: RFC 4648, section 4.
public enum Base64 {
    /// Encodes bytes, with padding and without line breaks.
    public static func text(of bytes: [UInt8]) -> String {
        let variant = sodium_base64_VARIANT_ORIGINAL
        let capacity = sodium_base64_encoded_len(bytes.count, variant)
        var text = [CChar](repeating: 0, count: capacity)
        sodium_bin2base64(&text, capacity, bytes, bytes.count, variant)
        // libsodium terminates the text with a zero.
        return String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Decodes text, with or without line breaks; returns `nil` if the text is not Base64.
    public static func bytes(of text: String) -> [UInt8]? {
        let characters = text.utf8.map(CChar.init(truncatingIfNeeded:))
        var bytes = [UInt8](repeating: 0, count: characters.count / 4 * 3 + 3)
        var count = 0
        let status = sodium_base642bin(
            &bytes, bytes.count, characters, characters.count, "\r\n ", &count, nil,
            sodium_base64_VARIANT_ORIGINAL)
        guard status == 0 else { return nil }
        return Array(bytes.prefix(count))
    }
}
