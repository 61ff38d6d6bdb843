public import Display
public import JSON

extension MIMEBundle {
    /// The representations in their wire format: text unchanged, binary data in Base64, JSON types
    /// as values.
    ///
    /// Invalid JSON is sent as text, so that it is not lost.
    public var jupyterData: JSONObject {
        JSONObject(representations.map { ($0.type.rawValue, $0.content.jupyterValue) })
    }

    /// The metadata of the representations; empty if it is not an object.
    public var jupyterMetadata: JSONObject {
        guard !metadataJSON.isEmpty else { return [:] }
        return (try? JSONValue(parsing: metadataJSON))?.object ?? [:]
    }

    /// Creates a bundle from representations in their wire format.
    public init(jupyterData data: JSONObject, metadata: JSONObject = [:]) {
        self.init(
            data.map { name, value in
                let type = MIMEType(rawValue: name)
                return Representation(type, MIMEContent(jupyterValue: value, type: type))
            })
        metadataJSON = metadata.isEmpty ? "" : JSONValue.object(metadata).text()
    }
}

extension MIMEContent {
    /// The content in its wire format.
    fileprivate var jupyterValue: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .data(let bytes): .string(Base64.text(of: bytes))
        case .json(let text): (try? JSONValue(parsing: text)) ?? .string(text)
        }
    }

    /// Creates a content from its wire format.
    fileprivate init(jupyterValue value: JSONValue, type: MIMEType) {
        guard case .string(let text) = value, !type.isJSON else {
            self = .json(value.text())
            return
        }
        if type.isBinary, let bytes = Base64.bytes(of: text) {
            self = .data(bytes)
        } else {
            self = .text(text)
        }
    }
}

extension MIMEType {
    /// Indicates whether contents of this type are binary, and sent in Base64.
    fileprivate var isBinary: Bool {
        if rawValue == "application/pdf" || rawValue == "application/octet-stream" { return true }
        let family = rawValue.prefix { $0 != "/" }
        return ["image", "audio", "video"].contains(family) && self != .svg
    }
}
