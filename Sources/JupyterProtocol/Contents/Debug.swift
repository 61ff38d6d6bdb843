public import JSON

/// A request to the debugger, in the format of the Debug Adapter Protocol.
///
/// - Source: jupyter_client, docs/messaging.rst, "Debug request"; DAP, "Request".
public struct DebugRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.debugRequest
    /// The content of a successful reply.
    public typealias Reply = DebugReply

    /// The request as JSON.
    public var json: JSONValue

    /// Creates a request from JSON.
    public init(_ json: JSONValue) { self.json = json }

    /// Decodes a request of any shape.
    public init(from decoder: any Decoder) throws { json = try JSONValue(from: decoder) }

    /// Encodes the JSON unchanged.
    public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

/// The debugger's response, in the format of the Debug Adapter Protocol.
public struct DebugReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.debugReply

    /// The response as JSON.
    public var json: JSONValue

    /// Creates a reply from JSON.
    public init(_ json: JSONValue) { self.json = json }

    /// Decodes a response of any shape.
    public init(from decoder: any Decoder) throws { json = try JSONValue(from: decoder) }

    /// Encodes the JSON unchanged.
    public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}
