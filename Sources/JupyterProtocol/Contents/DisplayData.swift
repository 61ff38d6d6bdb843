public import Display
public import JSON

/// A value to display, in one or more representations.
///
/// The representations are kept in their wire format, so that they reach a notebook unchanged.
///
/// - Source: jupyter_client, docs/messaging.rst, "Display Data".
public struct DisplayData: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.displayData

    /// The representations by media type: text, Base64 or, for JSON types, the value itself.
    public var data: JSONObject

    /// The metadata of the representations.
    public var metadata: JSONObject

    /// The identifier by which the display can be updated later.
    public var displayID: String?

    /// Creates a content from representations in their wire format.
    public init(data: JSONObject, metadata: JSONObject = [:], displayID: String? = nil) {
        self.data = data
        self.metadata = metadata
        self.displayID = displayID
    }

    /// Creates a content from a bundle.
    public init(_ bundle: MIMEBundle, displayID: String? = nil) {
        self.init(
            data: bundle.jupyterData, metadata: bundle.jupyterMetadata, displayID: displayID)
    }

    /// The representations as a bundle.
    public var bundle: MIMEBundle { MIMEBundle(jupyterData: data, metadata: metadata) }

    /// Decodes a content; `metadata` and `transient` may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        data = try container.decodeObject(forKey: .data)
        metadata = try container.decodeObjectIfPresent(forKey: .metadata) ?? [:]
        let transient = try container.decodeObjectIfPresent(forKey: .transient)
        displayID = transient?["display_id"]?.string
    }

    /// Encodes the content; `transient` is omitted if it is empty.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(JSONValue.object(data), forKey: .data)
        try container.encode(JSONValue.object(metadata), forKey: .metadata)
        if let displayID {
            let transient: JSONValue = ["display_id": .string(displayID)]
            try container.encode(transient, forKey: .transient)
        }
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case data, metadata, transient
    }
}

extension KeyedDecodingContainer {
    /// Decodes a required object.
    func decodeObject(forKey key: Key) throws -> JSONObject {
        let value = try decode(JSONValue.self, forKey: key)
        guard case .object(let object) = value else {
            throw DecodingError.typeMismatch(
                JSONObject.self,
                .init(
                    codingPath: codingPath + [key],
                    debugDescription: "expected an object, found \(value.kind)"))
        }
        return object
    }

    /// Decodes an optional object.
    func decodeObjectIfPresent(forKey key: Key) throws -> JSONObject? {
        guard contains(key), try !decodeNil(forKey: key) else { return nil }
        return try decodeObject(forKey: key)
    }
}
