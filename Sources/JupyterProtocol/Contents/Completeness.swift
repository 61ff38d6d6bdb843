/// A request that asks whether code is complete.
///
/// - Source: jupyter_client, docs/messaging.rst, "Code completeness".
public struct IsCompleteRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.isCompleteRequest
    /// The content of a successful reply.
    public typealias Reply = IsCompleteReply

    /// The code.
    public var code: String

    /// Creates a request.
    public init(code: String) {
        self.code = code
    }
}

/// The reply that tells whether code is complete; its `status` has that meaning, and is never
/// `error`.
public struct IsCompleteReply: MessageContent {
    /// The completeness of code.
    public enum State: String, Sendable, Hashable, Codable {
        /// The code can be run.
        case complete
        /// The code needs more lines.
        case incomplete
        /// The code has an error that more lines would not repair.
        case invalid
        /// The completeness could not be determined.
        case unknown
    }

    /// The type of messages with this content.
    public static let messageType = MessageType.isCompleteReply

    /// The completeness of the code.
    public var state: State

    /// The indentation of the next line, if the code needs more lines.
    public var indentation: String?

    /// Creates a reply.
    public init(_ state: State, indentation: String? = nil) {
        self.state = state
        self.indentation = indentation
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case state = "status"
        case indentation = "indent"
    }
}
