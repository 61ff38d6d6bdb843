/// The signatures of all messages so far, by which replayed messages are detected, however late.
///
/// Of each it keeps eight bytes, so that a million messages take some tens of megabytes. Without the
/// key, nobody can make a message whose signature begins with eight given bytes.
public struct SignatureHistory: Sendable {
    /// The first bytes of the signatures.
    private var seen: Set<UInt64> = []

    /// Creates an empty history.
    public init() {}

    /// Inserts a signature, in hexadecimal digits; returns whether it is new.
    public mutating func insert(_ signature: [UInt8]) -> Bool {
        seen.insert(Self.beginning(of: signature)).inserted
    }

    /// Returns the first 16 hexadecimal digits as a number; other bytes count as their lowest bits.
    private static func beginning(of signature: [UInt8]) -> UInt64 {
        signature.prefix(16).reduce(0) { number, byte in
            let isLetter = byte >= UInt8(ascii: "A")
            return number << 4 | UInt64(byte & 0xF) &+ (isLetter ? 9 : 0)
        }
    }
}
