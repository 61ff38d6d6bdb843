internal import CSodium

/// The libsodium that this process has loaded.
public enum SodiumLibrary {
    /// The version, such as `1.0.18`.
    public static var version: String { String(cString: sodium_version_string()) }
}
