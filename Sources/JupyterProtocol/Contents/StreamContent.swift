/// The content of `stream`: text that a cell has written to a standard stream.
///
/// - Source: jupyter_client, docs/messaging.rst, "Streams".
public struct StreamContent: MessageContent {
    /// The standard streams.
    public enum Name: String, Sendable, Hashable, Codable {
        /// Standard output.
        case standardOutput = "stdout"
        /// Standard error.
        case standardError = "stderr"
    }

    /// The type of messages with this content.
    public static let messageType = MessageType.stream

    /// The stream.
    public var name: Name

    /// The text.
    public var text: String

    /// Creates a content.
    public init(name: Name, text: String) {
        self.name = name
        self.text = text
    }
}
