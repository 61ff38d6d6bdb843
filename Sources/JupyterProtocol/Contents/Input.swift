/// Asks a person for a line.
///
/// - Source: jupyter_client, docs/messaging.rst, "Messages on the stdin (ROUTER/DEALER) channel".
public struct InputRequest: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.inputRequest

    /// The text before the place where the line is entered.
    public var prompt: String

    /// Whether the line should not be visible.
    public var isPassword: Bool

    /// Makes a request.
    public init(prompt: String, isPassword: Bool = false) {
        self.prompt = prompt
        self.isPassword = isPassword
    }

    /// Reads a request; by default the line is visible.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        prompt = try container.decode(String.self, forKey: .prompt)
        isPassword = try container.decode(forKey: .isPassword, default: false)
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case prompt
        case isPassword = "password"
    }
}

/// Brings the line that a person has entered.
public struct InputReply: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.inputReply

    /// What stands for the end of all input.
    public static let endOfInput = "\u{4}"

    /// The line, without its end.
    public var value: String

    /// Makes a reply.
    public init(value: String) {
        self.value = value
    }
}
