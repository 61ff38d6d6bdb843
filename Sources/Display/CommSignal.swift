/// Something that is said on a comm: a line between an object of the session and its likeness in a client.
///
/// - Source: jupyter_client, docs/messaging.rst, "Custom Messages".
public struct CommSignal: Sendable, Hashable, Codable {
    /// The kinds of messages on a comm.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// It begins.
        case open
        /// Something is said on it.
        case message
        /// It ends.
        case close
    }

    /// The kind of the message.
    public var kind: Kind

    /// The identifier of the comm at both ends.
    public var comm: String

    /// The name of the target at the other end; empty if the comm is already open.
    public var target: String

    /// The data of the message, as the text of a JSON object.
    public var dataJSON: String

    /// Makes a signal.
    public init(_ kind: Kind, comm: String, target: String = "", dataJSON: String = "{}") {
        self.kind = kind
        self.comm = comm
        self.target = target
        self.dataJSON = dataJSON
    }
}
