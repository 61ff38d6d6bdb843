/// Text that a cell wrote to one of its standard streams.
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

    /// The type of the messages that say this.
    public static let messageType = MessageType.stream

    /// The stream.
    public var name: Name

    /// The text.
    public var text: String

    /// Pairs a stream with a text.
    public init(name: Name, text: String) {
        self.name = name
        self.text = text
    }
}
