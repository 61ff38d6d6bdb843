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
