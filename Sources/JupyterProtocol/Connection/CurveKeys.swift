/// The keys with which a kernel encrypts its connections, each as 40 characters of Z85.
///
/// - Source: jupyter_client, docs/security.rst, since version 8.9.
public struct CurveKeys: Sendable, Hashable {
    /// What clients know.
    public var publicKey: String

    /// What only the kernel and its launcher know.
    public var secretKey: String

    /// Takes two keys that belong together.
    public init(publicKey: String, secretKey: String) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// How many characters a key has.
    static let length = 40
}
