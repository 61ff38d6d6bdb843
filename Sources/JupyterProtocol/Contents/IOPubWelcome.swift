/// Tells a client that its subscription has taken effect, so that it misses nothing from now on.
///
/// - Source: JEP 65.
public struct IOPubWelcome: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.iopubWelcome

    /// The topic that the client asked for; empty for everything.
    public var subscription: String

    /// Names a topic.
    public init(subscription: String) {
        self.subscription = subscription
    }
}
