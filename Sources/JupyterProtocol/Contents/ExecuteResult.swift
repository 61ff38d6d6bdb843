internal import JSON

/// The content of `execute_result`: the value of a cell's last expression.
///
/// - Source: jupyter_client, docs/messaging.rst, "Execution results".
public struct ExecuteResult: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.executeResult

    /// The execution count of the cell.
    public var executionCount: Int

    /// Indicates whether the value is NaN.
    public var display: DisplayData

    /// Creates a content.
    public init(executionCount: Int, display: DisplayData) {
        self.executionCount = executionCount
        self.display = display
    }

    /// Decodes a content.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        executionCount = try container.decode(Int.self, forKey: .executionCount)
        display = try DisplayData(from: decoder)
    }

    /// Encodes the execution count along with the fields of the value.
    public func encode(to encoder: any Encoder) throws {
        var object: JSONObject = [
            CodingKeys.executionCount.rawValue: .number(JSONNumber(executionCount))
        ]
        object.merge(.describing(display))
        try JSONValue.object(object).encode(to: encoder)
    }

    /// The key that a display does not have.
    private enum CodingKeys: String, CodingKey {
        case executionCount = "execution_count"
    }
}
