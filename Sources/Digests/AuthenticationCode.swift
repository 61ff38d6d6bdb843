internal import CSodium

/// Message authentication codes, by which holders of a shared key verify each other's messages.
///
/// - Source: HMAC, RFC 2104, with the hashes of FIPS 180-4.
public enum AuthenticationCode {
    /// Returns the 32-byte HMAC-SHA-256 of the concatenated parts.
    public static func sha256(of parts: [[UInt8]], key: [UInt8]) -> [UInt8] {
        Sodium.prepare()
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, key.count)
        for part in parts { crypto_auth_hmacsha256_update(&state, part, UInt64(part.count)) }
        var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256_final(&state, &digest)
        return digest
    }

    /// Returns the 64-byte HMAC-SHA-512 of the concatenated parts.
    public static func sha512(of parts: [[UInt8]], key: [UInt8]) -> [UInt8] {
        Sodium.prepare()
        var state = crypto_auth_hmacsha512_state()
        crypto_auth_hmacsha512_init(&state, key, key.count)
        for part in parts { crypto_auth_hmacsha512_update(&state, part, UInt64(part.count)) }
        var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha512_BYTES))
        crypto_auth_hmacsha512_final(&state, &digest)
        return digest
    }

    /// Compares two codes in constant time.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
