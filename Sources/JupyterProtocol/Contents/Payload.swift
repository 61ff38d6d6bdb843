public import JSON

/// An action that a client should perform after a cell has ended.
///
/// - Source: jupyter_client, docs/messaging.rst, "Payloads"; deprecated, but without successor.
public enum Payload: Sendable, Hashable, Codable {
    /// Shows data in a pager, beginning at a line.
    case page(data: JSONObject, start: Int)
    /// Inserts code as the next cell, or replaces the source of the cell that ended.
    case setNextInput(text: String, replaces: Bool)
    /// Any other action.
    case other(JSONValue)

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case source, data, start, text, replace
    }

    /// Decodes a payload; unknown ones are kept unchanged.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(String.self, forKey: .source) {
        case "page":
            let data = try container.decode(JSONValue.self, forKey: .data)
            let start = try container.decode(Int.self, forKey: .start, default: 0)
            self = .page(data: data.object ?? [:], start: start)
        case "set_next_input":
            self = .setNextInput(
                text: try container.decode(String.self, forKey: .text),
                replaces: try container.decode(Bool.self, forKey: .replace, default: false))
        default:
            self = .other(try JSONValue(from: decoder))
        }
    }

    /// Encodes the payload, with its source first.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .page(let data, let start):
            try container.encode("page", forKey: .source)
            try container.encode(JSONValue.object(data), forKey: .data)
            try container.encode(start, forKey: .start)
        case .setNextInput(let text, let replaces):
            try container.encode("set_next_input", forKey: .source)
            try container.encode(text, forKey: .text)
            try container.encode(replaces, forKey: .replace)
        case .other(let value):
            try value.encode(to: encoder)
        }
    }
}
