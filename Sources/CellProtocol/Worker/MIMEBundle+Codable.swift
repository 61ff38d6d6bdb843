public import Display

/// Bundles are sent as their parts; their wire format for clients is the server's concern.
extension MIMEBundle: Codable {
    private enum CodingKeys: String, CodingKey { case representations, metadata }

    /// Decodes a bundle.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(try container.decode([Representation].self, forKey: .representations))
        metadataJSON = try container.decode(String.self, forKey: .metadata)
    }

    /// Encodes the bundle.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(representations, forKey: .representations)
        try container.encode(metadataJSON, forKey: .metadata)
    }
}

extension MIMEBundle.Representation: Codable {
    private enum CodingKeys: String, CodingKey { case type, text, data, json }

    /// Decodes a representation.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let type = MIMEType(rawValue: try container.decode(String.self, forKey: .type))
        if let text = try container.decodeIfPresent(String.self, forKey: .text) {
            self.init(type, .text(text))
        } else if let json = try container.decodeIfPresent(String.self, forKey: .json) {
            self.init(type, .json(json))
        } else {
            self.init(type, .data(try container.decode([UInt8].self, forKey: .data)))
        }
    }

    /// Encodes the representation.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type.rawValue, forKey: .type)
        switch content {
        case .text(let text): try container.encode(text, forKey: .text)
        case .json(let json): try container.encode(json, forKey: .json)
        case .data(let data): try container.encode(data, forKey: .data)
        }
    }
}
