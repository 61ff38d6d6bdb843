internal import JSON

/// A reply to a request: the requested content, or an error.
///
/// - Source: jupyter_client, docs/messaging.rst, "Request-Reply".
public enum Reply<Content: MessageContent>: MessageContent {
    /// The request succeeded.
    case ok(Content)
    /// The request failed.
    case failed(ErrorContent)
    /// The request was skipped because an earlier one failed; no longer sent since version 5.1.
    case aborted

    /// The type of messages with this content.
    public static var messageType: MessageType { Content.messageType }

    /// The key that every reply has.
    private enum CodingKeys: String, CodingKey {
        case status
    }

    /// Decodes a reply; one without a status, as sent by kernels before version 5, counts as
    /// successful.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let status = try container.decode(String.self, forKey: .status, default: "ok")
        switch status {
        case "ok":
            self = .ok(try Content(from: decoder))
        case "error":
            self = .failed(try ErrorContent(from: decoder))
        case "abort", "aborted":
            self = .aborted
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .status, in: container,
                debugDescription: "expected ok, error or aborted, found \(status)")
        }
    }

    /// Encodes the reply, with its status first.
    public func encode(to encoder: any Encoder) throws {
        var object: JSONObject
        switch self {
        case .ok(let content):
            object = ["status": "ok"]
            object.merge(.describing(content))
        case .failed(let error):
            object = ["status": "error"]
            object.merge(.describing(error))
        case .aborted:
            object = ["status": "aborted"]
        }
        try JSONValue.object(object).encode(to: encoder)
    }
}

extension JSONObject {
    /// Sets the entries of another object.
    mutating func merge(_ other: JSONObject) {
        for (key, value) in other { self[key] = value }
    }
}
