/// Something to show instead of what is shown under an identifier, wherever that stands.
///
/// - Source: jupyter_client, docs/messaging.rst, "Update Display Data".
public struct UpdateDisplayData: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.updateDisplayData

    /// What to show; its identifier says instead of what.
    public var display: DisplayData

    /// Takes something to show, which has an identifier.
    public init(_ display: DisplayData) {
        self.display = display
    }

    /// Reads a content, which has the shape of what is shown for the first time.
    public init(from decoder: any Decoder) throws {
        display = try DisplayData(from: decoder)
    }

    /// Writes the content as it was read.
    public func encode(to encoder: any Encoder) throws {
        try display.encode(to: encoder)
    }
}
