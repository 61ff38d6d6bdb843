internal import CSodium

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
