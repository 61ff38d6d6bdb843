public import Display
public import JSON

/// The content of `stream`: text that a cell has written to a standard stream.
///
/// - Source: jupyter_client, docs/messaging.rst, "Streams".
public struct StreamContent: MessageContent {
    /// The standard streams.
    public enum Name: String, Sendable, Hashable, Codable {
        /// Standard output.
        case standardOutput = "stdout"
        /// Standard error.
        case standardError = "stderr"
    }

    /// The type of messages with this content.
    public static let messageType = MessageType.stream

    /// The stream.
    public var name: Name

    /// The text.
    public var text: String

    /// Creates a content.
    public init(name: Name, text: String) {
        self.name = name
        self.text = text
    }
}

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

/// The content of `update_display_data`, which replaces all displays that have an identifier.
///
/// - Source: jupyter_client, docs/messaging.rst, "Update Display Data".
public struct UpdateDisplayData: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.updateDisplayData

    /// The new representations and the identifier of the displays to replace.
    public var display: DisplayData

    /// Creates a content from a display that has an identifier.
    public init(_ display: DisplayData) {
        self.display = display
    }

    /// Decodes a content, which has the same shape as `display_data`.
    public init(from decoder: any Decoder) throws {
        display = try DisplayData(from: decoder)
    }

    /// Encodes the content in the same shape.
    public func encode(to encoder: any Encoder) throws {
        try display.encode(to: encoder)
    }
}

/// The content of `execute_result`: the value of a cell's last expression.
///
/// - Source: jupyter_client, docs/messaging.rst, "Execution results".
public struct ExecuteResult: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.executeResult

    /// The execution count of the cell.
    public var executionCount: Int

    /// Indicates whether the value is NaN.
    public var display: DisplayData

    /// Creates a content.
    public init(executionCount: Int, display: DisplayData) {
        self.executionCount = executionCount
        self.display = display
    }

    /// Decodes a content.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        executionCount = try container.decode(Int.self, forKey: .executionCount)
        display = try DisplayData(from: decoder)
    }

    /// Encodes the execution count along with the fields of the value.
    public func encode(to encoder: any Encoder) throws {
        var object: JSONObject = [
            CodingKeys.executionCount.rawValue: .number(JSONNumber(executionCount))
        ]
        object.merge(.describing(display))
        try JSONValue.object(object).encode(to: encoder)
    }

    /// The key that a display does not have.
    private enum CodingKeys: String, CodingKey {
        case executionCount = "execution_count"
    }
}

/// The description of an error, in the `error` message of a cell and in every reply to a failed
/// request.
///
/// - Source: jupyter_client, docs/messaging.rst, "Execution errors" and "Request-Reply".
public struct ErrorContent: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.error

    /// The kind of error.
    public var name: String

    /// The error message, on one line.
    public var value: String

    /// The traceback as clients show it, line by line; it may contain ANSI colors.
    public var traceback: [String]

    /// Creates an error.
    public init(name: String, value: String, traceback: [String] = []) {
        self.name = name
        self.value = value
        self.traceback = traceback
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case name = "ename"
        case value = "evalue"
        case traceback
    }
}

/// The content of `clear_output`, which makes clients clear the outputs of a cell.
///
/// - Source: jupyter_client, docs/messaging.rst, "Clear output".
public struct ClearOutput: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.clearOutput

    /// Indicates whether clients clear only when the next output arrives, which avoids flicker.
    public var waits: Bool

    /// Creates a content.
    public init(waits: Bool) {
        self.waits = waits
    }

    /// Decodes a content; by default clients clear at once.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        waits = try container.decode(forKey: .waits, default: false)
    }

    /// The key of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case waits = "wait"
    }
}
