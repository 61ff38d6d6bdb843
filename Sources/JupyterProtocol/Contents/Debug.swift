public import JSON

/// Asks something of a debugger, in the words of the Debug Adapter Protocol.
///
/// - Source: jupyter_client, docs/messaging.rst, "Debug request"; DAP, "Request".
public struct DebugRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.debugRequest
    /// What an answer says when all went well.
    public typealias Reply = DebugReply

    /// The request as it was sent.
    public var json: JSONValue

    /// Takes a request as it is sent.
    public init(_ json: JSONValue) { self.json = json }

    /// Reads a request, of whatever shape.
    public init(from decoder: any Decoder) throws { json = try JSONValue(from: decoder) }

    /// Writes the content as it was read.
    public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

/// Gives a debugger's answer, in the words of the Debug Adapter Protocol.
public struct DebugReply: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.debugReply

    /// The answer as it is sent.
    public var json: JSONValue

    /// Takes an answer as it is sent.
    public init(_ json: JSONValue) { self.json = json }

    /// Reads an answer, of whatever shape.
    public init(from decoder: any Decoder) throws { json = try JSONValue(from: decoder) }

    /// Writes the content as it was read.
    public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}
