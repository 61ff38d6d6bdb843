public import JSON

/// Opens a comm: a line between an object in the kernel and one in a client.
///
/// - Source: jupyter_client, docs/messaging.rst, "Custom Messages".
public struct CommOpen: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.commOpen

    /// What identifies the comm at both ends.
    public var commID: String

    /// Who should take the comm at the other end.
    public var targetName: String

    /// What the other end should know.
    public var data: JSONValue

    /// Makes a content.
    public init(commID: String, targetName: String, data: JSONValue = [:]) {
        self.commID = commID
        self.targetName = targetName
        self.data = data
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case targetName = "target_name"
        case data
    }
}

/// Says something on a comm.
public struct CommMessage: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.commMessage

    /// What identifies the comm at both ends.
    public var commID: String

    /// What is said.
    public var data: JSONValue

    /// Makes a content.
    public init(commID: String, data: JSONValue = [:]) {
        self.commID = commID
        self.data = data
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case data
    }
}

/// Closes a comm.
public struct CommClose: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.commClose

    /// What identifies the comm at both ends.
    public var commID: String

    /// What the other end should know.
    public var data: JSONValue

    /// Makes a content.
    public init(commID: String, data: JSONValue = [:]) {
        self.commID = commID
        self.data = data
    }

    /// Reads a content; the data may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        commID = try container.decode(String.self, forKey: .commID)
        data = try container.decode(JSONValue.self, forKey: .data, default: [:])
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case data
    }
}
