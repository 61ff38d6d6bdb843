/// How the connections of a socket are protected.
///
/// - Source: RFC 26 of ZeroMQ (CurveZMQ).
public enum Security: Sendable, Hashable {
    /// Not at all.
    case none
    /// Encrypted; whoever knows the public key may connect.
    case curveServer(CurveKeyPair)
    /// Encrypted, to the server that holds the secret of a public key.
    case curveClient(CurveKeyPair, serverKey: String)
}
