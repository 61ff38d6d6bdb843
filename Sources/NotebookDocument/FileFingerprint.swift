/// What tells whether a file still holds what it held: its size and a number that follows from its
/// bytes.
public struct FileFingerprint: Sendable, Hashable {
    /// How many bytes the file has.
    private let size: Int

    /// The 64-bit FNV-1a hash of the bytes.
    private let hash: UInt64

    /// Takes the fingerprint of some bytes.
    public init(of bytes: [UInt8]) {
        size = bytes.count
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        bytes.withUnsafeBufferPointer { buffer in
            for byte in buffer { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        self.hash = hash
    }

    /// The fingerprint in sixteen hexadecimal digits.
    public var hexadecimal: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
