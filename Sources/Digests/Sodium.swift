internal import CSodium

/// The initialization of libsodium in this process.
enum Sodium {
    /// Initializes the library once, before its first use.
    private static let isReady: Bool = sodium_init() >= 0

    /// Initializes the library, and traps if that fails, which happens only without a source of
    /// randomness.
    static func prepare() {
        precondition(isReady, "libsodium found no source of randomness on this system")
    }
}

/// The libsodium that this process has loaded.
public enum SodiumLibrary {
    /// The version, such as `1.0.18`.
    public static var version: String { String(cString: sodium_version_string()) }
}

/// Random bytes from the operating system, suitable as keys.
public enum RandomBytes {
    /// Returns the given number of random bytes.
    public static func make(count: Int) -> [UInt8] {
        Sodium.prepare()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}
