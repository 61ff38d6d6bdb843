internal import CZeroMQ

/// A public key of CurveZMQ and the secret that belongs to it, each as 40 characters of Z85.
public struct CurveKeyPair: Sendable, Hashable {
    /// What others may know.
    public let publicKey: String

    /// What nobody else may know.
    public let secretKey: String

    /// Takes two keys that belong together.
    public init(publicKey: String, secretKey: String) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// Whether the installed libzmq can encrypt.
    public static var isSupported: Bool { zmq_has("curve") == 1 }

    /// Makes a new pair.
    ///
    /// - Throws: `ZeroMQError` where the installed libzmq cannot encrypt.
    public static func generate() throws(ZeroMQError) -> CurveKeyPair {
        let length = 41
        var publicKey = [CChar](repeating: 0, count: length)
        var secretKey = [CChar](repeating: 0, count: length)
        guard zmq_curve_keypair(&publicKey, &secretKey) == 0 else {
            throw .latest("make", "a pair of CURVE keys")
        }
        return CurveKeyPair(publicKey: text(publicKey), secretKey: text(secretKey))
    }

    /// Reads a text that ends in a zero.
    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
