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

/// Encodes bytes as lower-case hexadecimal digits.
enum Hexadecimal {
    /// The digits, in order.
    private static let digits = Array("0123456789abcdef".utf8)

    /// Appends the two digits of a byte.
    static func append(_ byte: UInt8, to text: inout [UInt8]) {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 0xF)])
    }

    /// Returns the digits of bytes.
    static func text(of bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes { append(byte, to: &text) }
        return text
    }
}

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
