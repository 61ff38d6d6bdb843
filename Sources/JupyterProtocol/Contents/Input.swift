/// A request for a line of input from the user.
///
/// - Source: jupyter_client, docs/messaging.rst, "Messages on the stdin (ROUTER/DEALER) channel".
public struct InputRequest: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.inputRequest

    /// The prompt before the input field.
    public var prompt: String

    /// Indicates whether the input is hidden.
    public var isPassword: Bool

    /// Creates a request.
    public init(prompt: String, isPassword: Bool = false) {
        self.prompt = prompt
        self.isPassword = isPassword
    }

    /// Decodes a request; by default the input is visible.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        prompt = try container.decode(String.self, forKey: .prompt)
        isPassword = try container.decode(forKey: .isPassword, default: false)
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case prompt
        case isPassword = "password"
    }
}

/// The line that the user has entered.
public struct InputReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.inputReply

    /// The value that denotes the end of input.
    public static let endOfInput = "\u{4}"

    /// The line without its line end.
    public var value: String

    /// Creates a reply.
    public init(value: String) {
        self.value = value
    }
}
