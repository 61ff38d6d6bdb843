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

/// The content of `execute_input`, which announces to all clients that a cell starts.
///
/// - Source: jupyter_client, docs/messaging.rst, "Code inputs".
public struct ExecuteInput: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.executeInput

    /// The source of the cell as it was sent.
    public var code: String

    /// The execution count of the cell.
    public var executionCount: Int

    /// Creates a content.
    public init(code: String, executionCount: Int) {
        self.code = code
        self.executionCount = executionCount
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case code
        case executionCount = "execution_count"
    }
}

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
