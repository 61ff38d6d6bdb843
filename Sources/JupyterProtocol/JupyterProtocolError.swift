/// The error thrown when data does not follow Jupyter's protocol, or a file of it cannot be
/// accessed.
public enum JupyterProtocolError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The content of a message does not have the shape that its type requires.
    case malformedContent(type: String, problem: String)
    /// A message could not be parsed.
    case malformedMessage(problem: String)
    /// The signature of a message does not match its parts.
    case invalidSignature
    /// A message with the same signature has been received before.
    case repeatedSignature
    /// A connection or registration file could not be read.
    case unreadableFile(path: String, problem: String)
    /// A connection or registration file could not be written.
    case unwritableFile(path: String, problem: String)
    /// A connection or registration file has an invalid field.
    case malformedConnection(problem: String)
    /// The signature scheme is neither of the two supported ones.
    case unsupportedSignatureScheme(String)

    /// A sentence with the operation that failed and its cause.
    public var description: String {
        switch self {
        case .malformedContent(let type, let problem):
            "could not read \(type): \(problem)"
        case .malformedMessage(let problem):
            "could not read a message: \(problem)"
        case .invalidSignature:
            "could not accept a message: its signature does not match its parts and the key"
        case .repeatedSignature:
            "could not accept a message: one with the same signature has been accepted before"
        case .unreadableFile(let path, let problem):
            "could not read \(path): \(problem)"
        case .unwritableFile(let path, let problem):
            "could not write \(path): \(problem)"
        case .malformedConnection(let problem):
            "could not read the connection: \(problem)"
        case .unsupportedSignatureScheme(let scheme):
            "could not sign messages with \(scheme): "
                + "only hmac-sha256 and hmac-sha512 are supported; "
                + "set Session.signature_scheme of the client to one of them"
        }
    }
}
