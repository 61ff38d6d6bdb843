internal import CSodium

/// A cryptographic hash that identifies a content.
///
/// - Source: BLAKE2b, RFC 7693.
public struct Digest: Sendable, Hashable, CustomStringConvertible {
    /// The digest's bytes.
    public let bytes: [UInt8]

    /// Computes the digest of bytes.
    ///
    /// - Parameter length: the number of bytes, from 16 to 64.
    public init(of content: [UInt8], length: Int = 16) {
        precondition((16...64).contains(length), "a digest has 16 to 64 bytes, not \(length)")
        var digest = [UInt8](repeating: 0, count: length)
        crypto_generichash(&digest, length, content, UInt64(content.count), nil, 0)
        bytes = digest
    }

    /// Computes the digest of a text in UTF-8.
    public init(of text: String, length: Int = 16) {
        self.init(of: Array(text.utf8), length: length)
    }

    /// The digest as hexadecimal digits.
    public var description: String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

/// Digests as the web names contents by.
///
/// - Source: SHA-256, FIPS 180-4.
public enum SHA256 {
    /// Computes the digest of a content.
    public static func digest(of content: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&digest, content, UInt64(content.count))
        return digest
    }
}
