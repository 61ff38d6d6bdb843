public import JSON

/// The header of a message: its identifier, type, sender and date.
///
/// A received header keeps all its entries, including unknown ones, so that replies can repeat it
/// as their parent header.
///
/// - Source: jupyter_client, docs/messaging.rst, "Message Header".
public struct Header: Sendable, Hashable {
    /// The identifier of the message.
    public let id: MessageID

    /// The name of the message's type.
    public let typeName: String

    /// The identifier of the sending process; a restarted kernel has a new one.
    public let session: String

    /// The identifier of the subshell for a request, or `nil` for the main shell.
    public let subshellID: String?

    /// All entries of the header.
    public let json: JSONObject

    /// The type of the message.
    public var type: MessageType { MessageType(named: typeName) }

    /// The time at which the message was sent, by the sender's clock; `nil` if it cannot be parsed.
    public var date: Timestamp? { json["date"]?.string.flatMap(Timestamp.init(iso8601:)) }

    /// Creates the header of a new message.
    public init(
        id: MessageID, typeName: String, session: String, username: String, date: Timestamp
    ) {
        self.id = id
        self.typeName = typeName
        self.session = session
        subshellID = nil
        json = [
            "msg_id": .string(id.rawValue), "msg_type": .string(typeName),
            "username": .string(username), "session": .string(session),
            "date": .string(date.iso8601), "version": .string(ProtocolVersion.current),
        ]
    }

    /// Decodes a header.
    ///
    /// The identifier, type and session are required. The protocol also requires user name, date
    /// and version, but nothing here depends on them and some clients omit them.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage` with the missing field.
    public init(_ json: JSONObject) throws(JupyterProtocolError) {
        id = MessageID(rawValue: try Self.string("msg_id", of: json))
        typeName = try Self.string("msg_type", of: json)
        session = try Self.string("session", of: json)
        subshellID = json["subshell_id"]?.string
        self.json = json
    }

    /// Returns a required string.
    private static func string(
        _ key: String, of json: JSONObject
    ) throws(JupyterProtocolError) -> String {
        guard let value = json[key] else {
            throw .malformedMessage(problem: "its header has no \(key)")
        }
        guard let string = value.string else {
            throw .malformedMessage(
                problem: "\(key) of its header should be a string, but is \(value.kind)")
        }
        return string
    }
}

/// The version of Jupyter's messaging protocol that this room implements.
public enum ProtocolVersion {
    /// The version in headers and in `kernel_info_reply`.
    ///
    /// - Source: jupyter_client, docs/messaging.rst, "Versioning".
    public static let current = "5.5"
}

/// The unique identifier of a message.
public struct MessageID: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The identifier as a string.
    public let rawValue: String

    /// Creates an identifier from a string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates an identifier from a string literal.
    public init(stringLiteral value: String) { rawValue = value }

    /// The identifier as a string.
    public var description: String { rawValue }
}
