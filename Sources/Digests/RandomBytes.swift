internal import CSodium

/// Bytes that nobody can guess.
public enum RandomBytes {
    /// Returns so many bytes.
    public static func make(count: Int) -> [UInt8] {
        Sodium.prepare()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}
