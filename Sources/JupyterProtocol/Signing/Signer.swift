internal import Digests

/// Signs messages with a key that kernel and clients share, and checks signatures.
///
/// - Source: jupyter_client, docs/messaging.rst, "The Wire Protocol".
public struct Signer: Sendable, Hashable {
    /// The shared key; with none, signatures are empty and everything is accepted.
    private let key: [UInt8]

    /// How messages are signed.
    private let scheme: SignatureScheme

    /// Takes a key as connection files have it.
    public init(key: String, scheme: SignatureScheme = .hmacSHA256) {
        self.key = Array(key.utf8)
        self.scheme = scheme
    }

    /// Whether anything is checked at all.
    public var isChecking: Bool { !key.isEmpty }

    /// Returns the signature of some parts as lower-case hexadecimal digits in ASCII.
    public func signature(of parts: [[UInt8]]) -> [UInt8] {
        guard isChecking else { return [] }
        let code =
            switch scheme {
            case .hmacSHA256: AuthenticationCode.sha256(of: parts, key: key)
            case .hmacSHA512: AuthenticationCode.sha512(of: parts, key: key)
            }
        return Hexadecimal.text(of: code)
    }

    /// Tells whether a signature is that of some parts, in a time that gives nothing away.
    public func accepts(_ signature: [UInt8], of parts: [[UInt8]]) -> Bool {
        !isChecking || AuthenticationCode.areEqual(signature, self.signature(of: parts))
    }
}
