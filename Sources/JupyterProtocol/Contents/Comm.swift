public import JSON

/// The content of `comm_open`, which opens a comm: a channel between an object in the kernel and
/// one in a client.
///
/// - Source: jupyter_client, docs/messaging.rst, "Custom Messages".
public struct CommOpen: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.commOpen

    /// The identifier of the comm, the same at both ends.
    public var commID: String

    /// The name of the target that handles the comm at the other end.
    public var targetName: String

    /// Additional data for the other end.
    public var data: JSONValue

    /// Creates a content.
    public init(commID: String, targetName: String, data: JSONValue = [:]) {
        self.commID = commID
        self.targetName = targetName
        self.data = data
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case targetName = "target_name"
        case data
    }
}

/// The content of `comm_msg`, which sends data on a comm.
public struct CommMessage: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.commMessage

    /// The identifier of the comm, the same at both ends.
    public var commID: String

    /// The data.
    public var data: JSONValue

    /// Creates a content.
    public init(commID: String, data: JSONValue = [:]) {
        self.commID = commID
        self.data = data
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case data
    }
}

/// The content of `comm_close`, which closes a comm.
public struct CommClose: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.commClose

    /// The identifier of the comm, the same at both ends.
    public var commID: String

    /// Additional data for the other end.
    public var data: JSONValue

    /// Creates a content.
    public init(commID: String, data: JSONValue = [:]) {
        self.commID = commID
        self.data = data
    }

    /// Decodes a content; the data may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        commID = try container.decode(String.self, forKey: .commID)
        data = try container.decode(JSONValue.self, forKey: .data, default: [:])
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case data
    }
}
