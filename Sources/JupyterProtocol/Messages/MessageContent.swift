internal import JSON

/// The content of a type of message.
public protocol MessageContent: Codable, Sendable, Hashable {
    /// The type of messages with this content.
    static var messageType: MessageType { get }
}

/// The content of a type of request.
public protocol RequestContent: MessageContent {
    /// The content of a successful reply.
    associatedtype Reply: MessageContent
}

extension KeyedDecodingContainer {
    /// Decodes an entry that has a default value.
    func decode<Value: Decodable>(
        _ type: Value.Type = Value.self, forKey key: Key, default defaultValue: Value
    ) throws -> Value {
        try decodeIfPresent(type, forKey: key) ?? defaultValue
    }
}
