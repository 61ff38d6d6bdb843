/// The content of `status`: the execution state of the kernel.
///
/// - Source: jupyter_client, docs/messaging.rst, "Kernel status".
public struct Status: MessageContent {
    /// The execution state of a kernel.
    public enum State: String, Sendable, Hashable, Codable {
        /// The kernel has started; sent once.
        case starting
        /// The kernel has started to serve a request.
        case busy
        /// The kernel has served a request and sent everything about it.
        case idle
    }

    /// The type of messages with this content.
    public static let messageType = MessageType.status

    /// The execution state.
    public var state: State

    /// Creates a content.
    public init(_ state: State) {
        self.state = state
    }

    /// The key of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case state = "execution_state"
    }
}
