/// Asks whether some code could be run as it is.
///
/// - Source: jupyter_client, docs/messaging.rst, "Code completeness".
public struct IsCompleteRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.isCompleteRequest
    /// What an answer says when all went well.
    public typealias Reply = IsCompleteReply

    /// The code.
    public var code: String

    /// Makes a request.
    public init(code: String) {
        self.code = code
    }
}

/// Says whether some code could be run as it is; its status is this, and never that of a failure.
public struct IsCompleteReply: MessageContent {
    /// Whether some code could be run.
    public enum State: String, Sendable, Hashable, Codable {
        /// It could.
        case complete
        /// It wants more lines.
        case incomplete
        /// It could not, and more lines would not help.
        case invalid
        /// Nobody can tell.
        case unknown
    }

    /// The type of the messages that say this.
    public static let messageType = MessageType.isCompleteReply

    /// Whether it could.
    public var state: State

    /// The white space of the next line, where the code wants more lines.
    public var indentation: String?

    /// Makes a reply.
    public init(_ state: State, indentation: String? = nil) {
        self.state = state
        self.indentation = indentation
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case state = "status"
        case indentation = "indent"
    }
}
