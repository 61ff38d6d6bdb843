/// The keys with which a kernel encrypts its connections, each as 40 characters of Z85.
///
/// - Source: jupyter_client, docs/security.rst, since version 8.9.
public struct CurveKeys: Sendable, Hashable {
    /// The key that clients know.
    public var publicKey: String

    /// The key that only the kernel and its launcher know.
    public var secretKey: String

    /// Creates a pair from two keys that belong together.
    public init(publicKey: String, secretKey: String) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// The number of characters of a key.
    static let length = 40
}
