/// The content of `update_display_data`, which replaces all displays that have an identifier.
///
/// - Source: jupyter_client, docs/messaging.rst, "Update Display Data".
public struct UpdateDisplayData: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.updateDisplayData

    /// The new representations and the identifier of the displays to replace.
    public var display: DisplayData

    /// Creates a content from a display that has an identifier.
    public init(_ display: DisplayData) {
        self.display = display
    }

    /// Decodes a content, which has the same shape as `display_data`.
    public init(from decoder: any Decoder) throws {
        display = try DisplayData(from: decoder)
    }

    /// Encodes the content in the same shape.
    public func encode(to encoder: any Encoder) throws {
        try display.encode(to: encoder)
    }
}
