/// Tells everybody that a cell begins to run.
///
/// - Source: jupyter_client, docs/messaging.rst, "Code inputs".
public struct ExecuteInput: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.executeInput

    /// The source of the cell, as it was sent.
    public var code: String

    /// The number of the cell.
    public var executionCount: Int

    /// Pairs a source with a number.
    public init(code: String, executionCount: Int) {
        self.code = code
        self.executionCount = executionCount
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case code
        case executionCount = "execution_count"
    }
}
