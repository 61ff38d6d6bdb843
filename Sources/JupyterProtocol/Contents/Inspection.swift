public import JSON

/// Asks what stands at a place in some code.
///
/// - Source: jupyter_client, docs/messaging.rst, "Introspection".
public struct InspectRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.inspectRequest
    /// What an answer says when all went well.
    public typealias Reply = InspectReply

    /// The code.
    public var code: String

    /// The place, in Unicode scalars from the start of the code.
    public var cursorPosition: Int

    /// How much the client wants to know: 0 for documentation, 1 for the source as well.
    public var detailLevel: Int

    /// Makes a request.
    public init(code: String, cursorPosition: Int, detailLevel: Int = 0) {
        self.code = code
        self.cursorPosition = cursorPosition
        self.detailLevel = detailLevel
    }

    /// Reads a request; the level is 0 where it is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        cursorPosition = try container.decode(Int.self, forKey: .cursorPosition)
        detailLevel = try container.decode(forKey: .detailLevel, default: 0)
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case code
        case cursorPosition = "cursor_pos"
        case detailLevel = "detail_level"
    }
}

/// Documents what stands at a place in some code.
public struct InspectReply: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.inspectReply

    /// Whether anything is known.
    public var isFound: Bool

    /// What is known, in every form in which it can be shown.
    public var data: JSONObject

    /// What clients should know about the forms.
    public var metadata: JSONObject

    /// Makes a reply from what is known; with nothing, one that says so.
    public init(_ display: DisplayData?) {
        isFound = display != nil
        data = display?.data ?? [:]
        metadata = display?.metadata ?? [:]
    }

    /// Reads a reply.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        isFound = try container.decode(Bool.self, forKey: .isFound)
        data = try container.decodeObject(forKey: .data)
        metadata = try container.decodeObjectIfPresent(forKey: .metadata) ?? [:]
    }

    /// Writes the reply.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isFound, forKey: .isFound)
        try container.encode(JSONValue.object(data), forKey: .data)
        try container.encode(JSONValue.object(metadata), forKey: .metadata)
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case isFound = "found"
        case data, metadata
    }
}
