/// The schemes by which messages are signed.
///
/// - Source: JEP 106, connection file schema, `signature_scheme`.
public enum SignatureScheme: String, Sendable, Hashable, CaseIterable {
    /// HMAC with SHA-256, the default of all clients.
    case hmacSHA256 = "hmac-sha256"
    /// HMAC with SHA-512.
    case hmacSHA512 = "hmac-sha512"

    /// Finds a scheme by its name in connection files.
    ///
    /// - Throws: `JupyterProtocolError.unsupportedSignatureScheme`, also for `hmac-md5`, whose hash
    ///   is broken.
    public init(named name: String) throws(JupyterProtocolError) {
        guard let scheme = SignatureScheme(rawValue: name) else {
            throw .unsupportedSignatureScheme(name)
        }
        self = scheme
    }
}
