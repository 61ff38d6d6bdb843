/// Why something that should follow Jupyter's protocol could not be read or written.
public enum JupyterProtocolError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The content of a message has another shape than its type asks for.
    case malformedContent(type: String, problem: String)
    /// A message could not be read at all.
    case malformedMessage(problem: String)
    /// The signature of a message is not that of its parts.
    case invalidSignature
    /// A message with the same signature was there before.
    case repeatedSignature
    /// A connection or registration file could not be read.
    case unreadableFile(path: String, problem: String)
    /// A connection or registration file could not be written.
    case unwritableFile(path: String, problem: String)
    /// What a connection or registration file holds cannot be right.
    case malformedConnection(problem: String)
    /// A kernel was started with another kind of signature than the two that are known.
    case unsupportedSignatureScheme(String)

    /// A sentence that says what could not be done, and why.
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
