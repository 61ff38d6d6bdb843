public import Display
public import JSON

/// Something to show, in every form in which it can be shown.
///
/// The forms are kept as they travel, so that nothing changes on the way into a notebook.
///
/// - Source: jupyter_client, docs/messaging.rst, "Display Data".
public struct DisplayData: MessageContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.displayData

    /// The forms, by media type: text, base 64 or, for JSON types, the value itself.
    public var data: JSONObject

    /// What clients should know about the forms.
    public var metadata: JSONObject

    /// The identifier under which the thing can be replaced later.
    public var displayID: String?

    /// Takes forms as they travel.
    public init(data: JSONObject, metadata: JSONObject = [:], displayID: String? = nil) {
        self.data = data
        self.metadata = metadata
        self.displayID = displayID
    }

    /// Takes a bundle.
    public init(_ bundle: MIMEBundle, displayID: String? = nil) {
        self.init(
            data: bundle.jupyterData, metadata: bundle.jupyterMetadata, displayID: displayID)
    }

    /// The forms as a bundle.
    public var bundle: MIMEBundle { MIMEBundle(jupyterData: data, metadata: metadata) }

    /// Reads a content; metadata and what is transient may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        data = try container.decodeObject(forKey: .data)
        metadata = try container.decodeObjectIfPresent(forKey: .metadata) ?? [:]
        let transient = try container.decodeObjectIfPresent(forKey: .transient)
        displayID = transient?["display_id"]?.string
    }

    /// Writes the content; what is transient only where there is something.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(JSONValue.object(data), forKey: .data)
        try container.encode(JSONValue.object(metadata), forKey: .metadata)
        if let displayID {
            let transient: JSONValue = ["display_id": .string(displayID)]
            try container.encode(transient, forKey: .transient)
        }
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case data, metadata, transient
    }
}

extension KeyedDecodingContainer {
    /// Reads an entry that has to be an object.
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

    /// Reads an entry that has to be an object where it is there.
    func decodeObjectIfPresent(forKey key: Key) throws -> JSONObject? {
        guard contains(key), try !decodeNil(forKey: key) else { return nil }
        return try decodeObject(forKey: key)
    }
}
