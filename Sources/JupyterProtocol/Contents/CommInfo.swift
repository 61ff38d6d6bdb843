internal import JSON

/// A request for the open comms.
///
/// - Source: jupyter_client, docs/messaging.rst, "Comm info".
public struct CommInfoRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.commInfoRequest
    /// The content of a successful reply.
    public typealias Reply = CommInfoReply

    /// The target whose comms are requested; `nil` for those of all targets.
    public var targetName: String?

    /// Creates a request.
    public init(targetName: String? = nil) {
        self.targetName = targetName
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case targetName = "target_name"
    }
}

/// The list of open comms.
public struct CommInfoReply: MessageContent {
    /// The description of a comm.
    public struct Comm: Sendable, Hashable, Codable {
        /// The target for which it was opened.
        public var targetName: String

        /// Creates a description.
        public init(targetName: String) {
            self.targetName = targetName
        }

        /// The keys of the JSON object.
        private enum CodingKeys: String, CodingKey {
            case targetName = "target_name"
        }
    }

    /// The type of messages with this content.
    public static let messageType = MessageType.commInfoReply

    /// The comms by identifier.
    public var comms: [String: Comm]

    /// Creates a reply.
    public init(comms: [String: Comm]) {
        self.comms = comms
    }
}
