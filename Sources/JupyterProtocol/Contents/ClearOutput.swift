/// Tells clients to clear what a cell has shown.
///
/// - Source: jupyter_client, docs/messaging.rst, "Clear output".
public struct ClearOutput: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.clearOutput

    /// Whether that should wait for the next output, so that nothing flickers.
    public var waits: Bool

    /// Says whether to wait.
    public init(waits: Bool) {
        self.waits = waits
    }

    /// Reads a content; by default nothing waits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        waits = try container.decode(forKey: .waits, default: false)
    }

    /// The name on the wire.
    private enum CodingKeys: String, CodingKey {
        case waits = "wait"
    }
}
