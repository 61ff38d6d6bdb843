internal import CSodium

/// The state of libsodium in this process.
enum Sodium {
    /// Made ready once, before anything else is asked of the library.
    private static let isReady: Bool = sodium_init() >= 0

    /// Stops where the library cannot be used, which it only says on a system without randomness.
    static func prepare() {
        precondition(isReady, "libsodium found no source of randomness on this system")
    }
}
