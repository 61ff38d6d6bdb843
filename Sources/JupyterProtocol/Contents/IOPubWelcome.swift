/// The content of `iopub_welcome`, which tells a client that its subscription has taken effect.
///
/// - Source: JEP 65.
public struct IOPubWelcome: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.iopubWelcome

    /// The topic to which the client has subscribed; empty for all messages.
    public var subscription: String

    /// Creates a content.
    public init(subscription: String) {
        self.subscription = subscription
    }
}
