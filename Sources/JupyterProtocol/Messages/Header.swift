public import JSON

/// Who sent a message, when, and what it is.
///
/// A header that was received keeps everything that stood in it, also what nobody here knows, so
/// that replies can repeat it as their parent.
///
/// - Source: jupyter_client, docs/messaging.rst, "Message Header".
public struct Header: Sendable, Hashable {
    /// What identifies the message.
    public let id: MessageID

    /// The type of the message, as it is spelled.
    public let typeName: String

    /// What identifies the process that sent it: a kernel that was restarted has another one.
    public let session: String

    /// The thread of execution that a request is for, where it is not the main one.
    public let subshellID: String?

    /// The whole header.
    public let json: JSONObject

    /// The type of the message.
    public var type: MessageType { MessageType(named: typeName) }

    /// When the message was sent, by the clock of its sender, where that can be read.
    public var date: Timestamp? { json["date"]?.string.flatMap(Timestamp.init(iso8601:)) }

    /// Makes the header of a new message.
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

    /// Reads a header.
    ///
    /// Identifier, type and session have to be there. The protocol asks for user name, date and
    /// version as well, but nothing here depends on them and some clients leave them out.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage`, which names the field.
    public init(_ json: JSONObject) throws(JupyterProtocolError) {
        id = MessageID(rawValue: try Self.string("msg_id", of: json))
        typeName = try Self.string("msg_type", of: json)
        session = try Self.string("session", of: json)
        subshellID = json["subshell_id"]?.string
        self.json = json
    }

    /// Reads a field that has to be there.
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
