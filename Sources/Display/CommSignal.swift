/// Something that is said on a comm: a line between an object of the session and its likeness in a client.
///
/// - Source: jupyter_client, docs/messaging.rst, "Custom Messages".
public struct CommSignal: Sendable, Hashable, Codable {
    /// What is done with the comm.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// It begins.
        case open
        /// Something is said on it.
        case message
        /// It ends.
        case close
    }

    /// What is done with the comm.
    public var kind: Kind

    /// What identifies the comm at both ends.
    public var comm: String

    /// Who should take the comm at the other end; empty, where it is open already.
    public var target: String

    /// What is said, as a JSON object's text.
    public var dataJSON: String

    /// Makes a signal.
    public init(_ kind: Kind, comm: String, target: String = "", dataJSON: String = "{}") {
        self.kind = kind
        self.comm = comm
        self.target = target
        self.dataJSON = dataJSON
    }
}
