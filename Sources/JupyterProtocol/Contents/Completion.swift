public import JSON

/// Asks what could stand at a place in some code.
///
/// - Source: jupyter_client, docs/messaging.rst, "Completion".
public struct CompleteRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.completeRequest
    /// What an answer says when all went well.
    public typealias Reply = CompleteReply

    /// The code.
    public var code: String

    /// The place, in Unicode scalars from the start of the code.
    public var cursorPosition: Int

    /// Makes a request.
    public init(code: String, cursorPosition: Int) {
        self.code = code
        self.cursorPosition = cursorPosition
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case code
        case cursorPosition = "cursor_pos"
    }
}

/// Lists what could stand at a place in some code.
public struct CompleteReply: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.completeReply

    /// The texts, each to be put in place of what stands between start and end.
    public var matches: [String]

    /// Where the replaced part begins, in Unicode scalars.
    public var cursorStart: Int

    /// Where the replaced part ends, in Unicode scalars.
    public var cursorEnd: Int

    /// What clients may know about the texts.
    public var metadata: JSONObject

    /// Makes a reply.
    public init(
        matches: [String], cursorStart: Int, cursorEnd: Int, metadata: JSONObject = [:]
    ) {
        self.matches = matches
        self.cursorStart = cursorStart
        self.cursorEnd = cursorEnd
        self.metadata = metadata
    }

    /// Reads a reply.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        matches = try container.decode([String].self, forKey: .matches)
        cursorStart = try container.decode(Int.self, forKey: .cursorStart)
        cursorEnd = try container.decode(Int.self, forKey: .cursorEnd)
        metadata = try container.decodeObjectIfPresent(forKey: .metadata) ?? [:]
    }

    /// Writes the reply.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(matches, forKey: .matches)
        try container.encode(cursorStart, forKey: .cursorStart)
        try container.encode(cursorEnd, forKey: .cursorEnd)
        try container.encode(JSONValue.object(metadata), forKey: .metadata)
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case matches
        case cursorStart = "cursor_start"
        case cursorEnd = "cursor_end"
        case metadata
    }
}
