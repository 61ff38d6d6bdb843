/// The content of `clear_output`, which makes clients clear the outputs of a cell.
///
/// - Source: jupyter_client, docs/messaging.rst, "Clear output".
public struct ClearOutput: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.clearOutput

    /// Indicates whether clients clear only when the next output arrives, which avoids flicker.
    public var waits: Bool

    /// Creates a content.
    public init(waits: Bool) {
        self.waits = waits
    }

    /// Decodes a content; by default clients clear at once.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        waits = try container.decode(forKey: .waits, default: false)
    }

    /// The key of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case waits = "wait"
    }
}
