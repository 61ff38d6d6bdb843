/// The content of `execute_input`, which announces to all clients that a cell starts.
///
/// - Source: jupyter_client, docs/messaging.rst, "Code inputs".
public struct ExecuteInput: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.executeInput

    /// The source of the cell as it was sent.
    public var code: String

    /// The execution count of the cell.
    public var executionCount: Int

    /// Creates a content.
    public init(code: String, executionCount: Int) {
        self.code = code
        self.executionCount = executionCount
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case code
        case executionCount = "execution_count"
    }
}
