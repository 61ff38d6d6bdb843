/// How messages are signed.
///
/// - Source: JEP 106, connection file schema, `signature_scheme`.
public enum SignatureScheme: String, Sendable, Hashable, CaseIterable {
    /// The scheme of every client that is not told otherwise.
    case hmacSHA256 = "hmac-sha256"
    /// The same with a longer hash.
    case hmacSHA512 = "hmac-sha512"

    /// Reads a scheme as connection files name it.
    ///
    /// - Throws: `JupyterProtocolError.unsupportedSignatureScheme`, also for `hmac-md5`, whose hash
    ///   has long been broken.
    public init(named name: String) throws(JupyterProtocolError) {
        guard let scheme = SignatureScheme(rawValue: name) else {
            throw .unsupportedSignatureScheme(name)
        }
        self = scheme
    }
}
