internal import Digests

/// Unique identifiers: random UUIDs of version 4.
///
/// - Source: RFC 9562, section 5.4.
public enum UniqueIdentifier {
    /// Returns a new identifier, such as `8f14e45f-ceea-467f-a8b2-0123456789ab`.
    public static func random() -> String {
        text(of: RandomBytes.make(count: 16))
    }

    /// Formats 16 bytes as a UUID, after setting its version and variant bits.
    package static func text(of bytes: [UInt8]) -> String {
        var bytes = bytes
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            Hexadecimal.append(byte, to: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
