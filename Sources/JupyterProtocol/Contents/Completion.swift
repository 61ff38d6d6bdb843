public import JSON

/// A request for completions at a position in code.
///
/// - Source: jupyter_client, docs/messaging.rst, "Completion".
public struct CompleteRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.completeRequest
    /// The content of a successful reply.
    public typealias Reply = CompleteReply

    /// The code.
    public var code: String

    /// The position, in Unicode scalars from the start of the code.
    public var cursorPosition: Int

    /// Creates a request.
    public init(code: String, cursorPosition: Int) {
        self.code = code
        self.cursorPosition = cursorPosition
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case code
        case cursorPosition = "cursor_pos"
    }
}

/// The completions at a position in code.
public struct CompleteReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.completeReply

    /// The completions, each of which can replace the text between start and end.
    public var matches: [String]

    /// The start of the replaced text, in Unicode scalars.
    public var cursorStart: Int

    /// The end of the replaced text, in Unicode scalars.
    public var cursorEnd: Int

    /// The metadata of the completions, such as their types.
    public var metadata: JSONObject

    /// Creates a reply.
    public init(
        matches: [String], cursorStart: Int, cursorEnd: Int, metadata: JSONObject = [:]
    ) {
        self.matches = matches
        self.cursorStart = cursorStart
        self.cursorEnd = cursorEnd
        self.metadata = metadata
    }

    /// Decodes a reply.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        matches = try container.decode([String].self, forKey: .matches)
        cursorStart = try container.decode(Int.self, forKey: .cursorStart)
        cursorEnd = try container.decode(Int.self, forKey: .cursorEnd)
        metadata = try container.decodeObjectIfPresent(forKey: .metadata) ?? [:]
    }

    /// Encodes the reply.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(matches, forKey: .matches)
        try container.encode(cursorStart, forKey: .cursorStart)
        try container.encode(cursorEnd, forKey: .cursorEnd)
        try container.encode(JSONValue.object(metadata), forKey: .metadata)
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case matches
        case cursorStart = "cursor_start"
        case cursorEnd = "cursor_end"
        case metadata
    }
}
