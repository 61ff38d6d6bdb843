/// A fingerprint of a file's contents, by which changes are detected: its size and a hash.
public struct FileFingerprint: Sendable, Hashable {
    /// The size of the file in bytes.
    private let size: Int

    /// The 64-bit FNV-1a hash of the bytes.
    private let hash: UInt64

    /// Computes the fingerprint of bytes.
    public init(of bytes: [UInt8]) {
        size = bytes.count
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        bytes.withUnsafeBufferPointer { buffer in
            for byte in buffer { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        self.hash = hash
    }

    /// The fingerprint as sixteen hexadecimal digits.
    public var hexadecimal: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
