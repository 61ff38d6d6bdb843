internal import JSON

/// The value of the expression in which a cell ended.
///
/// - Source: jupyter_client, docs/messaging.rst, "Execution results".
public struct ExecuteResult: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.executeResult

    /// The number of the cell.
    public var executionCount: Int

    /// The value.
    public var display: DisplayData

    /// Pairs a number with a value.
    public init(executionCount: Int, display: DisplayData) {
        self.executionCount = executionCount
        self.display = display
    }

    /// Reads a content.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        executionCount = try container.decode(Int.self, forKey: .executionCount)
        display = try DisplayData(from: decoder)
    }

    /// Writes the number among the parts of the value.
    public func encode(to encoder: any Encoder) throws {
        var object: JSONObject = [
            CodingKeys.executionCount.rawValue: .number(JSONNumber(executionCount))
        ]
        object.merge(.describing(display))
        try JSONValue.object(object).encode(to: encoder)
    }

    /// The name on the wire of what a display does not have.
    private enum CodingKeys: String, CodingKey {
        case executionCount = "execution_count"
    }
}
