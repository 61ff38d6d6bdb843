/// The description of an error, in the `error` message of a cell and in every reply to a failed
/// request.
///
/// - Source: jupyter_client, docs/messaging.rst, "Execution errors" and "Request-Reply".
public struct ErrorContent: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.error

    /// The kind of error.
    public var name: String

    /// The error message, on one line.
    public var value: String

    /// The traceback as clients show it, line by line; it may contain ANSI colors.
    public var traceback: [String]

    /// Creates an error.
    public init(name: String, value: String, traceback: [String] = []) {
        self.name = name
        self.value = value
        self.traceback = traceback
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case name = "ename"
        case value = "evalue"
        case traceback
    }
}
