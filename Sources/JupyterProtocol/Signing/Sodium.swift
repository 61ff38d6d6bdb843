internal import CSodium

/// What this room needs of libsodium: random bytes, keyed hashes and base 64.
enum Sodium {
    /// Made ready once, before anything else is asked of the library.
    private static let isReady: Bool = sodium_init() >= 0

    /// Stops where the library cannot be used, which it only says on a system without randomness.
    private static func prepare() {
        precondition(isReady, "libsodium found no source of randomness on this system")
    }

    /// Returns bytes that nobody can guess.
    static func randomBytes(count: Int) -> [UInt8] {
        prepare()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// Returns the digest of some parts, one after the other, under a key.
    static func hmacSHA256(_ parts: [[UInt8]], key: [UInt8]) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, key.count)
        for part in parts { crypto_auth_hmacsha256_update(&state, part, UInt64(part.count)) }
        var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256_final(&state, &digest)
        return digest
    }

    /// Returns the digest of some parts, one after the other, under a key.
    static func hmacSHA512(_ parts: [[UInt8]], key: [UInt8]) -> [UInt8] {
        var state = crypto_auth_hmacsha512_state()
        crypto_auth_hmacsha512_init(&state, key, key.count)
        for part in parts { crypto_auth_hmacsha512_update(&state, part, UInt64(part.count)) }
        var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha512_BYTES))
        crypto_auth_hmacsha512_final(&state, &digest)
        return digest
    }

    /// Compares two texts in a time that does not tell where they differ.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }

    /// Writes bytes in base 64, with padding and without line breaks.
    static func base64(_ bytes: [UInt8]) -> String {
        let variant = sodium_base64_VARIANT_ORIGINAL
        let capacity = sodium_base64_encoded_len(bytes.count, variant)
        var text = [CChar](repeating: 0, count: capacity)
        sodium_bin2base64(&text, capacity, bytes, bytes.count, variant)
        // The library ends the text with a zero.
        return String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Reads base 64, with or without line breaks, or returns nothing where it is none.
    static func bytes(base64 text: String) -> [UInt8]? {
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
