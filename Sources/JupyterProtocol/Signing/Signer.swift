internal import Digests

/// A signer of messages, which also verifies signatures, with a key shared by kernel and clients.
///
/// - Source: jupyter_client, docs/messaging.rst, "The Wire Protocol".
public struct Signer: Sendable, Hashable {
    /// The shared key; if it is empty, signatures are empty and all messages are accepted.
    private let key: [UInt8]

    /// The signature scheme.
    private let scheme: SignatureScheme

    /// Creates a signer with the key of a connection file.
    public init(key: String, scheme: SignatureScheme = .hmacSHA256) {
        self.key = Array(key.utf8)
        self.scheme = scheme
    }

    /// Indicates whether signatures are verified.
    public var isChecking: Bool { !key.isEmpty }

    /// Returns the signature of parts as lower-case hexadecimal digits in ASCII.
    public func signature(of parts: [[UInt8]]) -> [UInt8] {
        guard isChecking else { return [] }
        let code =
            switch scheme {
            case .hmacSHA256: AuthenticationCode.sha256(of: parts, key: key)
            case .hmacSHA512: AuthenticationCode.sha512(of: parts, key: key)
            }
        return Hexadecimal.text(of: code)
    }

    /// Returns whether a signature matches parts, in constant time.
    public func accepts(_ signature: [UInt8], of parts: [[UInt8]]) -> Bool {
        !isChecking || AuthenticationCode.areEqual(signature, self.signature(of: parts))
    }
}
