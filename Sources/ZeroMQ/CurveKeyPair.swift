internal import CZeroMQ

/// A CurveZMQ public key and its secret key, each as 40 characters of Z85.
public struct CurveKeyPair: Sendable, Hashable {
    /// The key that peers may know.
    public let publicKey: String

    /// The key that must stay secret.
    public let secretKey: String

    /// Creates a pair from two keys that belong together.
    public init(publicKey: String, secretKey: String) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// Indicates whether the installed libzmq supports encryption.
    public static var isSupported: Bool { zmq_has("curve") == 1 }

    /// Generates a new pair.
    ///
    /// - Throws: `ZeroMQError` if the installed libzmq does not support encryption.
    public static func generate() throws(ZeroMQError) -> CurveKeyPair {
        let length = 41
        var publicKey = [CChar](repeating: 0, count: length)
        var secretKey = [CChar](repeating: 0, count: length)
        guard zmq_curve_keypair(&publicKey, &secretKey) == 0 else {
            throw .latest("make", "a pair of CURVE keys")
        }
        return CurveKeyPair(publicKey: text(publicKey), secretKey: text(secretKey))
    }

    /// Converts a zero-terminated text.
    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
