/// The protection of a socket's connections.
///
/// - Source: RFC 26 of ZeroMQ (CurveZMQ).
public enum Security: Sendable, Hashable {
    /// No protection.
    case none
    /// Encryption; any client that knows the public key may connect.
    case curveServer(CurveKeyPair)
    /// Encryption, to a server that is identified by its public key.
    case curveClient(CurveKeyPair, serverKey: String)
}
