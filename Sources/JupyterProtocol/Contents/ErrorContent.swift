/// What went wrong, on iopub as the `error` of a cell, and in every reply to a request that failed.
///
/// - Source: jupyter_client, docs/messaging.rst, "Execution errors" and "Request-Reply".
public struct ErrorContent: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.error

    /// The kind of error.
    public var name: String

    /// What went wrong, in one line.
    public var value: String

    /// The whole story, line by line, as clients show it; ANSI colours may occur.
    public var traceback: [String]

    /// Makes an error.
    public init(name: String, value: String, traceback: [String] = []) {
        self.name = name
        self.value = value
        self.traceback = traceback
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case name = "ename"
        case value = "evalue"
        case traceback
    }
}
