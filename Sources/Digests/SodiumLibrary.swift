internal import CSodium

/// The library for digests and randomness that this process runs with.
public enum SodiumLibrary {
    /// Its version, such as `1.0.18`.
    public static var version: String { String(cString: sodium_version_string()) }
}
