internal import CSodium

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
