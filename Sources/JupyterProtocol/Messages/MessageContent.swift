public import JSON

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

extension JSONObject {
    /// Returns the JSON object that a content encodes to.
    public static func describing(_ content: some MessageContent) -> JSONObject {
        do {
            guard case .object(let object) = try JSONValue(encoding: content) else {
                preconditionFailure("the content of \(type(of: content)) is not an object")
            }
            return object
        } catch {
            preconditionFailure("the content of \(type(of: content)) throws: \(error)")
        }
    }
}
