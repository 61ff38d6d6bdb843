internal import JSON

/// Asks which comms are open.
///
/// - Source: jupyter_client, docs/messaging.rst, "Comm info".
public struct CommInfoRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.commInfoRequest
    /// What an answer says when all went well.
    public typealias Reply = CommInfoReply

    /// The target whose comms are wanted; those of all, where this is missing.
    public var targetName: String?

    /// Makes a request.
    public init(targetName: String? = nil) {
        self.targetName = targetName
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case targetName = "target_name"
    }
}

/// Lists the comms that are open.
public struct CommInfoReply: MessageContent {
    /// What is known of a comm.
    public struct Comm: Sendable, Hashable, Codable {
        /// The target at which it was opened.
        public var targetName: String

        /// Names a target.
        public init(targetName: String) {
            self.targetName = targetName
        }

        /// The names on the wire.
        private enum CodingKeys: String, CodingKey {
            case targetName = "target_name"
        }
    }

    /// The type of the messages that say this.
    public static let messageType = MessageType.commInfoReply

    /// The comms by identifier.
    public var comms: [String: Comm]

    /// Makes a reply.
    public init(comms: [String: Comm]) {
        self.comms = comms
    }
}
