internal import JSON

/// An answer to a request: what was asked for, or why it could not be had.
///
/// - Source: jupyter_client, docs/messaging.rst, "Request-Reply".
public enum Reply<Content: MessageContent>: MessageContent {
    /// All went well.
    case ok(Content)
    /// Something went wrong.
    case failed(ErrorContent)
    /// The request was dropped because an earlier one failed; no longer sent since version 5.1.
    case aborted

    /// The type of the messages that say this.
    public static var messageType: MessageType { Content.messageType }

    /// The name on the wire that every reply has.
    private enum CodingKeys: String, CodingKey {
        case status
    }

    /// Reads a reply; one without a status, which kernels of before version 5 send, went well.
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

    /// Writes the reply with its status first.
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
