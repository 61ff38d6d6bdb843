internal import JSON

/// What a type of message says.
public protocol MessageContent: Codable, Sendable, Hashable {
    /// The type of the messages that say it.
    static var messageType: MessageType { get }
}

/// What a type of request says.
public protocol RequestContent: MessageContent {
    /// What an answer says when all went well.
    associatedtype Reply: MessageContent
}

extension KeyedDecodingContainer {
    /// Reads an entry that has a default.
    func decode<Value: Decodable>(
        _ type: Value.Type = Value.self, forKey key: Key, default defaultValue: Value
    ) throws -> Value {
        try decodeIfPresent(type, forKey: key) ?? defaultValue
    }
}
