/// The Base64 encoding of bytes.
///
/// - Source: RFC 4648, section 4.
public enum Base64 {
    /// Encodes bytes, with padding and without line breaks.
    public static func text(of bytes: [UInt8]) -> String {
        let count = (bytes.count + 2) / 3 * 4
        return String(unsafeUninitializedCapacity: count) { letters in
            var place = 0
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let size = min(3, bytes.count - start)
                var bits = 0
                for index in 0..<3 {
                    bits = bits << 8 | (index < size ? Int(bytes[start + index]) : 0)
                }
                for index in 0..<4 {
                    letters[place + index] =
                        index > size
                        ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * index) & 63]
                }
                place += 4
            }
            return place
        }
    }

    /// Decodes text, ignoring line breaks and spaces, or returns `nil` if it is not valid Base64.
    public static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var (bits, count, padding) = (0, 0, 0)
        for letter in text.utf8 where letter > 0x20 {
            if letter == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            let value = values[Int(letter)]
            guard padding == 0, value < 64 else { return nil }
            bits = bits << 6 | Int(value)
            count += 1
            if count.isMultiple(of: 4) {
                bytes += [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)]
                bits = 0
            }
        }
        // The last group of two or three letters is padded to four with zero bits.
        switch (count % 4, padding) {
        case (0, 0): break
        case (2, 2) where bits & 15 == 0: bytes.append(UInt8(bits >> 4))
        case (3, 1) where bits & 3 == 0: bytes += [UInt8(bits >> 10), UInt8(bits >> 2 & 255)]
        default: return nil
        }
        return bytes
    }

    /// Returns the number of bytes that a text encodes, without decoding it.
    public static func byteCount(of text: String) -> Int {
        let letters = text.utf8.count { $0 > 0x20 && $0 != UInt8(ascii: "=") }
        return letters * 3 / 4
    }

    /// The characters of the encoding, by their values.
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The value of every byte as a Base64 letter, or 64 for bytes that are not letters.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 64, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()
}
