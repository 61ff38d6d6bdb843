/// What the kernel is doing.
///
/// - Source: jupyter_client, docs/messaging.rst, "Kernel status".
public struct Status: MessageContent {
    /// What a kernel can be doing.
    public enum State: String, Sendable, Hashable, Codable {
        /// It has just begun; said once.
        case starting
        /// It has begun to see to a request.
        case busy
        /// It has seen to a request, and everything about it has been sent.
        case idle
    }

    /// The type of the messages that say this.
    public static let messageType = MessageType.status

    /// What it is doing.
    public var state: State

    /// Names what it is doing.
    public init(_ state: State) {
        self.state = state
    }

    /// The name on the wire.
    private enum CodingKeys: String, CodingKey {
        case state = "execution_state"
    }
}
