public import JSON

/// A request for information on the symbol at a position in code.
///
/// - Source: jupyter_client, docs/messaging.rst, "Introspection".
public struct InspectRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.inspectRequest
    /// The content of a successful reply.
    public typealias Reply = InspectReply

    /// The code.
    public var code: String

    /// The position, in Unicode scalars from the start of the code.
    public var cursorPosition: Int

    /// The requested level of detail: 0 for documentation, 1 for the source as well.
    public var detailLevel: Int

    /// Creates a request.
    public init(code: String, cursorPosition: Int, detailLevel: Int = 0) {
        self.code = code
        self.cursorPosition = cursorPosition
        self.detailLevel = detailLevel
    }

    /// Decodes a request; the level is 0 if it is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        cursorPosition = try container.decode(Int.self, forKey: .cursorPosition)
        detailLevel = try container.decode(forKey: .detailLevel, default: 0)
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case code
        case cursorPosition = "cursor_pos"
        case detailLevel = "detail_level"
    }
}

/// The documentation of the symbol at a position in code.
public struct InspectReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.inspectReply

    /// Indicates whether information was found.
    public var isFound: Bool

    /// The information, in one or more representations.
    public var data: JSONObject

    /// The metadata of the representations.
    public var metadata: JSONObject

    /// Creates a reply; `nil` means that no information was found.
    public init(_ display: DisplayData?) {
        isFound = display != nil
        data = display?.data ?? [:]
        metadata = display?.metadata ?? [:]
    }

    /// Decodes a reply.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        isFound = try container.decode(Bool.self, forKey: .isFound)
        data = try container.decodeObject(forKey: .data)
        metadata = try container.decodeObjectIfPresent(forKey: .metadata) ?? [:]
    }

    /// Encodes the reply.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isFound, forKey: .isFound)
        try container.encode(JSONValue.object(data), forKey: .data)
        try container.encode(JSONValue.object(metadata), forKey: .metadata)
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case isFound = "found"
        case data, metadata
    }
}
